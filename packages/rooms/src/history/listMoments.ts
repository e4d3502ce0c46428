import type { BoardChanges } from '@pinpaint/board';
import type { Db } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import type { BoardAt } from '../rooms/boardStore.ts';
import { takeRows, walkTo } from './boardLog.ts';
import { type Gathered, gatherMoments, type LoggedRow, type MomentKind } from './gatherMoments.ts';
import { historyLimits } from './historyLimits.ts';
import type { PastReading } from './PastReading.ts';
import type { PastWalk } from './thread/openPasts.ts';
import type { PastError } from './thread/PastEnded.ts';

export type Moment = {
  /** The board as it was then: after this row of its log. */
  readonly seq: number;
  /** The first row that is in it. */
  readonly firstSeq: number;
  readonly from: Date;
  readonly to: Date;
  readonly personIds: readonly string[];
  /** How many writes of the room are in it. */
  readonly writes: number;
  readonly changes: BoardChanges;
};

export type MomentsWish = {
  readonly each: MomentKind;
  /** Only what came before this row; null: from the newest on. */
  readonly before: number | null;
  /** Only what came from this row on. */
  readonly since: number;
  readonly limit: number;
};

export type MomentsPage = { readonly items: readonly Moment[]; readonly next: number | null };

const readAtOnce = 1_000;
/** What a page may cost: after so many rows it ends early, with at least one moment in it. */
const mostRows = 20_000;

/** What people did on a board, newest first. */
export async function listMoments(
  { db, pasts, signal }: PastReading,
  at: BoardAt,
  wish: MomentsWish,
): Promise<Result<MomentsPage, PastError>> {
  const { gathered, isEnd } = await gather(db, at, wish);
  const oldest = gathered.at(-1);
  if (!oldest) return ok({ items: [], next: null });
  const described = await pasts.walk(
    (past) => describeAll(db, at, { past, gathered: gathered.toReversed() }),
    { limitMs: historyLimits.lookMs, signal },
  );
  if (!described.ok) return described;
  return ok({
    // What nobody did is the server's own: regions of pins, which the pins tell of.
    items: described.value.toReversed().filter(({ personIds }) => personIds.length > 0),
    next: isEnd ? null : oldest.firstSeq,
  });
}

async function gather(db: Db, at: BoardAt, { each, before, since, limit }: MomentsWish) {
  const rows: LoggedRow[] = [];
  for (;;) {
    const upto = rows.at(-1)?.seq ?? before;
    const page = await readLog(db, at, { before: upto, since });
    rows.push(...page);
    const isEnd = page.length < readAtOnce;
    const gathered = gatherMoments(rows, each);
    // The oldest may go on in what is not read yet.
    const whole = isEnd ? gathered : gathered.slice(0, -1);
    if (whole.length > limit) return { gathered: whole.slice(0, limit), isEnd: false };
    if (isEnd) return { gathered: whole, isEnd };
    if (rows.length >= mostRows) return { gathered: whole.length > 0 ? whole : gathered, isEnd };
  }
}

async function readLog(
  db: Db,
  { studioId, boardId }: BoardAt,
  { before, since }: Pick<MomentsWish, 'before' | 'since'>,
): Promise<LoggedRow[]> {
  const rows = await db.boardUpdate.findMany({
    where: { studioId, boardId, seq: { gte: since, ...(before === null ? {} : { lt: before }) } },
    select: { seq: true, personIds: true, writes: true, beganAt: true, createdAt: true },
    orderBy: { seq: 'desc' },
    take: readAtOnce,
  });
  return rows.map(({ beganAt, ...row }) => ({ ...row, beganAt: beganAt ?? row.createdAt }));
}

type Describing = { readonly past: PastWalk; readonly gathered: readonly Gathered[] };

/** @param gathered oldest first */
async function describeAll(db: Db, at: BoardAt, { past, gathered }: Describing): Promise<Moment[]> {
  const moments: Moment[] = [];
  const [first] = gathered;
  if (!first) return moments;
  await walkTo(db, at, { past, seq: first.firstSeq - 1 });
  for (const one of gathered) {
    await takeRows(db, at, { past, after: one.firstSeq - 1, upto: one.seq });
    moments.push({ ...one, changes: await past.count() });
  }
  return moments;
}
