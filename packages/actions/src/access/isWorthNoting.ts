/** "Last used" is read by people: to the minute is enough, and spares a write with every request. */
const notedEveryMs = 60_000;

export function isWorthNoting(last: Date | null, now: Date): boolean {
  return !last || now.getTime() - last.getTime() > notedEveryMs;
}
