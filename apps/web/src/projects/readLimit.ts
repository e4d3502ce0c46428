const most = 1_000_000;

/** An amount in dollars as somebody types it. @returns null for none, undefined for what is no amount. */
export function readLimit(text: string): number | null | undefined {
  const amount = text.trim().replace(/^\$/, '').replaceAll(',', '');
  if (amount === '') return null;
  return /^\d+(\.\d{1,2})?$/.test(amount) && Number(amount) <= most ? Number(amount) : undefined;
}
