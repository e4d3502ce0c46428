import type { Moment } from '../../data/types.ts';
import { leftNothing } from './momentSays.ts';

/** One row for neighbours, newest first, of which nothing is to be seen: twenty of them say no more than one. */
export function foldEmpty(moments: readonly Moment[]): readonly Moment[] {
  const rows: Moment[] = [];
  for (const moment of moments) {
    const newer = rows.at(-1);
    if (newer && isLike(newer, moment)) rows.splice(-1, 1, join(newer, moment));
    else rows.push(moment);
  }
  return rows;
}

function isLike(newer: Moment, older: Moment): boolean {
  return leftNothing(newer.changes) && leftNothing(older.changes) && dayOf(newer) === dayOf(older);
}

function dayOf({ to }: Moment): string {
  return new Date(to).toDateString();
}

function join(newer: Moment, older: Moment): Moment {
  const known = new Set(newer.people.map(({ id }) => id));
  return {
    ...newer,
    from: older.from,
    firstSeq: older.firstSeq,
    writes: newer.writes + older.writes,
    people: [...newer.people, ...older.people.filter(({ id }) => !known.has(id))],
    frameIds: [...new Set([...newer.frameIds, ...older.frameIds])],
  };
}
