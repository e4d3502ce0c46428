import { coarserSpansMs, grains } from './historyLimits.ts';

/** A row of a board's log without what is in it; as times, milliseconds. */
export type RowFacts = {
  readonly seq: number;
  readonly atMs: number;
  readonly bytes: number;
};

/** Rows next to each other that become one. */
export type Span = { readonly first: number; readonly last: number };

/**
 * Which rows are to become one by now.
 *
 * @param rows by seq
 * @param coarser 0: as fine as its age allows; then, one after the other, what a board with too much of it gets
 */
export function planThinning(
  rows: readonly RowFacts[],
  { nowMs, coarser }: { readonly nowMs: number; readonly coarser: number },
): readonly Span[] {
  const spans: (Span & { readonly window: string; readonly rows: number })[] = [];
  for (const { seq, atMs } of rows) {
    const spanMs = spanOf(nowMs - atMs, coarser);
    const window = spanMs === 0 ? `row ${seq}` : `${spanMs} ${Math.floor(atMs / spanMs)}`;
    const before = spans.at(-1);
    if (before?.window === window) spans[spans.length - 1] = { ...before, last: seq, rows: before.rows + 1 };
    else spans.push({ first: seq, last: seq, window, rows: 1 });
  }
  return spans.filter(({ rows: count }) => count > 1).map(({ first, last }) => ({ first, last }));
}

function spanOf(ageMs: number, coarser: number): number {
  const spanMs = grains.findLast(({ fromAgeMs }) => ageMs >= fromAgeMs)?.spanMs ?? 0;
  return spanMs === 0 ? 0 : Math.max(spanMs, coarserSpansMs[coarser - 1] ?? 0);
}
