import { historyLimits } from './historyLimits.ts';

/** A row of a board's log without what is in it. */
export type LoggedRow = {
  readonly seq: number;
  readonly personIds: readonly string[];
  readonly writes: number;
  readonly beganAt: Date;
  readonly createdAt: Date;
};

/** Sessions: what was done in one go; changes: each row of the log as it is kept. */
export const momentKinds = ['session', 'change'] as const;
export type MomentKind = (typeof momentKinds)[number];

export type Gathered = {
  readonly seq: number;
  readonly firstSeq: number;
  readonly from: Date;
  readonly to: Date;
  readonly personIds: readonly string[];
  readonly writes: number;
};

/** @param rows newest first */
export function gatherMoments(rows: readonly LoggedRow[], each: MomentKind): readonly Gathered[] {
  const moments: Gathered[] = [];
  for (const row of rows) {
    const later = moments.at(-1);
    if (later && each === 'session' && isOneSession(row, later))
      moments[moments.length - 1] = addRow(later, row);
    else moments.push(momentOf(row));
  }
  return moments;
}

function isOneSession({ createdAt, beganAt }: LoggedRow, later: Gathered): boolean {
  const pauseMs = later.from.getTime() - createdAt.getTime();
  const allMs = later.to.getTime() - beganAt.getTime();
  return pauseMs <= historyLimits.sessionPauseMs && allMs <= historyLimits.sessionMs;
}

function momentOf({ seq, personIds, writes, beganAt, createdAt }: LoggedRow): Gathered {
  return { seq, firstSeq: seq, from: beganAt, to: createdAt, personIds, writes };
}

function addRow(later: Gathered, row: LoggedRow): Gathered {
  return {
    ...later,
    firstSeq: row.seq,
    from: row.beganAt,
    personIds: [...new Set([...later.personIds, ...row.personIds])],
    writes: later.writes + row.writes,
  };
}
