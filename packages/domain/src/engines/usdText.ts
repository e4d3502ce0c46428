/** $0.134, $2.00: to a tenth of a cent where there is one, as price lists have it. */
export function usdText(usd: number): string {
  return `$${usd.toFixed(3).replace(/0$/, '')}`;
}
