import type { Db } from '@pinpaint/db';
import { type BoardId, ok, type Result, type StudioId } from '@pinpaint/domain';
import type { BoardAt } from '../rooms/boardStore.ts';
import { bytesOf, type HistoryFacts, historyFacts, walkOn, walkTo } from './boardLog.ts';
import { coarserSpansMs, historyLimits, settledMs, thinAgainMs } from './historyLimits.ts';
import { mergeSpans } from './mergeSpans.ts';
import { planCheckpoints } from './planCheckpoints.ts';
import { planThinning, type Span } from './planThinning.ts';
import type { Pasts } from './thread/openPasts.ts';
import type { PastError } from './thread/PastEnded.ts';

/** As long as one board may take at most; then another process may begin with it. */
const claimMs = 10 * 60_000;
/** Each walk through it; what is done by then stays done. */
const keeping = { limitMs: 2 * 60_000 };

/**
 * Thins the histories that are due, of whatever studio. Safe to be called by several at once, and to be ended at any time.
 *
 * @throws Error after all others were kept, when one could not be: it is tried again, and its operator is to know
 */
export async function keepHistories(ctx: HistoryKeeping, now: Date): Promise<void> {
  const failed: string[] = [];
  for (let n = 0; n < historyLimits.boardsAtOnce; n += 1) {
    const at = await claimDue(ctx.db, now);
    if (!at) break;
    const kept = await keepHistory(ctx, at, now);
    if (!kept.ok) failed.push(`${kept.error.code} of board ${at.boardId}`);
  }
  if (failed.length > 0) throw new Error(`Histories that could not be kept: ${failed.join(', ')}`);
}

export type HistoryKeeping = {
  readonly db: Db;
  readonly pasts: Pasts;
  /** Of a board's history. */
  readonly maxHistoryBytes: number;
};

async function claimDue(db: Db, now: Date): Promise<BoardAt | null> {
  const until = new Date(now.getTime() + claimMs);
  const [claimed] = await db.$queryRaw<{ studioId: string; boardId: string }[]>`
    UPDATE board_history SET due_at = ${until}
    WHERE (studio_id, board_id) = (
      SELECT studio_id, board_id FROM board_history WHERE due_at <= ${now}
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING studio_id::text AS "studioId", board_id::text AS "boardId"`;
  return claimed ? { studioId: claimed.studioId as StudioId, boardId: claimed.boardId as BoardId } : null;
}

/**
 * One board's: thinned by its age, more where it is too much, and its oldest given up where that does not do.
 * Only what the living document's own state holds already is touched.
 */
export async function keepHistory(
  ctx: HistoryKeeping,
  at: BoardAt,
  now: Date,
): Promise<Result<void, PastError>> {
  const { db, maxHistoryBytes } = ctx;
  let facts = await historyFacts(db, at);
  for (let coarser = 0; facts && coarser <= coarserSpansMs.length; coarser += 1) {
    const spans = planThinning(facts.rows, { nowMs: now.getTime(), coarser });
    const thinned = await thin(ctx, at, spans);
    if (!thinned.ok) return thinned;
    facts = await historyFacts(db, at);
    if (facts && bytesOf(facts) <= maxHistoryBytes) break;
  }
  if (facts && bytesOf(facts) > maxHistoryBytes) {
    const given = await giveUpOldest(ctx, at, facts);
    if (!given.ok) return given;
  }
  const newestMs = facts?.rows.at(-1)?.atMs ?? 0;
  const isSettled = now.getTime() - newestMs > settledMs;
  const dueAt = isSettled ? null : new Date(now.getTime() + thinAgainMs);
  await db.boardHistory.updateMany({ where: at, data: { dueAt } });
  return ok(undefined);
}

async function thin(
  { db, pasts }: HistoryKeeping,
  at: BoardAt,
  spans: readonly Span[],
): Promise<Result<void, PastError>> {
  if (spans.length > 0) {
    const merged = await pasts.walk((past) => mergeSpans(db, at, { past, spans }), keeping);
    if (!merged.ok) return merged;
  }
  const facts = await historyFacts(db, at);
  if (!facts) return ok(undefined);
  const { rows, checkpoints: kept, stateBytes } = facts;
  const { add, remove } = planCheckpoints(rows, { kept, stateBytes });
  const added = await addCheckpoints({ db, pasts }, at, add);
  if (added.ok) await db.boardCheckpoint.deleteMany({ where: { ...at, upto: { in: [...remove] } } });
  return added;
}

/** @param uptos in order: the past is walked through once */
async function addCheckpoints(
  { db, pasts }: Pick<HistoryKeeping, 'db' | 'pasts'>,
  at: BoardAt,
  uptos: readonly number[],
): Promise<Result<void, PastError>> {
  if (uptos.length === 0) return ok(undefined);
  return pasts.walk(async (past) => {
    let done: number | null = null;
    for (const upto of uptos) {
      if (done === null) await walkTo(db, at, { past, seq: upto });
      else await walkOn(db, at, { past, after: done, upto });
      const data = [{ ...at, upto, state: await past.state() }];
      await db.boardCheckpoint.createMany({ data, skipDuplicates: true });
      done = upto;
    }
  }, keeping);
}

/** The past begins later from now on, with a state of what was there by then. */
async function giveUpOldest(
  { db, pasts, maxHistoryBytes }: HistoryKeeping,
  at: BoardAt,
  facts: HistoryFacts,
): Promise<Result<void, PastError>> {
  const upto = newBeginning(facts, maxHistoryBytes);
  const begun = await addCheckpoints({ db, pasts }, at, [upto]);
  if (!begun.ok) return begun;
  await db.$transaction([
    db.boardUpdate.deleteMany({ where: { ...at, seq: { lte: upto } } }),
    db.boardCheckpoint.deleteMany({ where: { ...at, upto: { lt: upto } } }),
  ]);
  return begun;
}

/** As early as there is room for what comes after it, and for the state it begins with. */
function newBeginning({ rows, checkpoints, stateBytes, upto }: HistoryFacts, maxBytes: number): number {
  let bytes = stateBytes;
  let beginning = upto;
  for (const { seq, bytes: own } of rows.toReversed()) {
    beginning = seq;
    bytes += own + (checkpoints.find((checkpoint) => checkpoint.upto === seq)?.bytes ?? 0);
    if (bytes > maxBytes) return beginning;
  }
  return beginning;
}
