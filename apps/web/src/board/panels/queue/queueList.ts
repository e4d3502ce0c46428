import type { Edit } from '../../../data/types.ts';
import { isUnderWay } from '../../edit/editsOfPin.ts';

export type QueueList = {
  /** What runs first, then what waits, in the order in which its turn comes. */
  readonly now: readonly Edit[];
  readonly toChoose: readonly Edit[];
  /** Newest first. */
  readonly recent: readonly Edit[];
};

/** More than somebody looks back over. */
const recentLimit = 20;

/** @param edits newest first, as a board's list is. */
export function queueList(edits: readonly Edit[]): QueueList {
  const oldestFirst = [...edits].reverse().filter(isUnderWay);
  return {
    now: [...oldestFirst.filter(isRunning), ...oldestFirst.filter((edit) => !isRunning(edit))],
    toChoose: edits.filter(({ state }) => state === 'proposed'),
    recent: edits.filter((edit) => !isUnderWay(edit) && edit.state !== 'proposed').slice(0, recentLimit),
  };
}

export type Spending = {
  readonly usd: number;
  readonly unusedUsd: number;
  /** How many have cost nobody knows what: it is in no sum. */
  readonly unknown: number;
};

/** What all edits have cost, and how much of that was for nothing that was taken. */
export function spending(edits: readonly Edit[]): Spending {
  const sum = (some: readonly Edit[]) => some.reduce((usd, edit) => usd + (costOf(edit) ?? 0), 0);
  const unused = edits.filter(({ state }) => /^(discarded|cancelled|failed)$/.test(state));
  const unknown = edits.filter((edit) => !isUnderWay(edit) && costOf(edit) === null);
  return { usd: sum(edits), unusedUsd: sum(unused), unknown: unknown.length };
}

/** null: a service was at it and never said what it bills. */
export function costOf({ cost, estimate, timings }: Edit): number | null {
  if (cost) return cost.usd;
  return timings.startedAt && estimate.region.usd > 0 ? null : 0;
}

function isRunning({ state }: Edit): boolean {
  return state === 'running';
}
