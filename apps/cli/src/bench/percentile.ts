/** Nearest rank. @throws RangeError without values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('percentile: no values');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
