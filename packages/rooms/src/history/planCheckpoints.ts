import { historyLimits } from './historyLimits.ts';
import type { RowFacts } from './planThinning.ts';

export type CheckpointFacts = { readonly upto: number; readonly bytes: number };

export type CheckpointPlan = {
  /** Rows after which there is to be one. */
  readonly add: readonly number[];
  /** By their `upto`. Never the first one: before that there is nothing. */
  readonly remove: readonly number[];
};

/**
 * Where checkpoints have to stand so that every moment is near one, and which of those there are nobody needs.
 *
 * @param rows those of the history, by seq
 * @param kept those there are, by `upto`
 */
export function planCheckpoints(
  rows: readonly RowFacts[],
  { kept, stateBytes }: { readonly kept: readonly CheckpointFacts[]; readonly stateBytes: number },
): CheckpointPlan {
  const remove = superfluous(rows, kept, stateBytes);
  const staying = new Set(kept.map(({ upto }) => upto).filter((upto) => !remove.includes(upto)));
  const add: number[] = [];
  let since = nothing;
  for (const [at, row] of rows.entries()) {
    if (hasBetween(staying, rows[at - 1]?.seq ?? 0, row.seq)) since = nothing;
    since = { rows: since.rows + 1, bytes: since.bytes + row.bytes };
    if (!isFar(since, stateBytes)) continue;
    if (!staying.has(row.seq)) add.push(row.seq);
    since = nothing;
  }
  return { add, remove };
}

type Way = { readonly rows: number; readonly bytes: number };
const nothing: Way = { rows: 0, bytes: 0 };

/** Far enough that reading it takes longer than reading a state. */
function isFar({ rows, bytes }: Way, stateBytes: number): boolean {
  const { checkpointAfter } = historyLimits;
  return rows >= checkpointAfter.rows || bytes >= Math.max(checkpointAfter.bytes, stateBytes);
}

function superfluous(
  rows: readonly RowFacts[],
  kept: readonly CheckpointFacts[],
  stateBytes: number,
): readonly number[] {
  const remove: number[] = [];
  let before = kept[0]?.upto ?? 0;
  for (const [at, { upto }] of kept.entries()) {
    if (at === 0) continue;
    const next = kept[at + 1]?.upto ?? Number.POSITIVE_INFINITY;
    if (isFar(wayBetween(rows, before, next), stateBytes)) before = upto;
    else remove.push(upto);
  }
  return remove;
}

function wayBetween(rows: readonly RowFacts[], after: number, upto: number): Way {
  const between = rows.filter(({ seq }) => seq > after && seq <= upto);
  return { rows: between.length, bytes: between.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function hasBetween(uptos: ReadonlySet<number>, from: number, before: number): boolean {
  for (const upto of uptos) if (upto >= from && upto < before) return true;
  return false;
}
