import type { Db } from '@pinpaint/db';
import type { BoardId, StudioId } from '@pinpaint/domain';
import * as Y from 'yjs';
import type { BoardAt } from '../rooms/boardStore.ts';
import { bytesOf, documentAt, type HistoryFacts, historyFacts } from './boardLog.ts';
import { coarserSpansMs, historyLimits, settledMs, thinAgainMs } from './historyLimits.ts';
import { mergeSpans } from './mergeSpans.ts';
import { planCheckpoints } from './planCheckpoints.ts';
import { planThinning } from './planThinning.ts';

/** As long as one board may take at most; then another process may begin with it. */
const claimMs = 10 * 60_000;

/** Thins the histories that are due, of whatever studio. Safe to be called by several at once, and to be ended at any time. */
export async function keepHistories(db: Db, now: Date): Promise<void> {
  for (let n = 0; n < historyLimits.boardsAtOnce; n += 1) {
    const at = await claimDue(db, now);
    if (!at) return;
    await keepHistory(db, at, { now });
  }
}

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

export type Keeping = { readonly now: Date; readonly maxBytes?: number };

/**
 * One board's: thinned by its age, more where it is too much, and its oldest given up where that does not do.
 * Only what the living document's own state holds already is touched.
 */
export async function keepHistory(
  db: Db,
  at: BoardAt,
  { now, maxBytes = historyLimits.bytes }: Keeping,
): Promise<void> {
  let facts = await historyFacts(db, at);
  for (let coarser = 0; facts && coarser <= coarserSpansMs.length; coarser += 1) {
    await mergeSpans(db, at, planThinning(facts.rows, { nowMs: now.getTime(), coarser }));
    await keepCheckpoints(db, at, await historyFacts(db, at));
    facts = await historyFacts(db, at);
    if (facts && bytesOf(facts) <= maxBytes) break;
  }
  if (facts && bytesOf(facts) > maxBytes) await giveUpOldest(db, at, { facts, maxBytes });
  const newestMs = facts?.rows.at(-1)?.atMs ?? 0;
  const isSettled = now.getTime() - newestMs > settledMs;
  const dueAt = isSettled ? null : new Date(now.getTime() + thinAgainMs);
  await db.boardHistory.updateMany({ where: at, data: { dueAt } });
}

async function keepCheckpoints(db: Db, at: BoardAt, facts: HistoryFacts | null): Promise<void> {
  if (!facts) return;
  const { add, remove } = planCheckpoints(facts.rows, {
    kept: facts.checkpoints,
    stateBytes: facts.stateBytes,
  });
  // One after the other: the next one begins where this one is.
  for (const upto of add) await addCheckpoint(db, at, upto);
  await db.boardCheckpoint.deleteMany({ where: { ...at, upto: { in: [...remove] } } });
}

async function addCheckpoint(db: Db, at: BoardAt, upto: number): Promise<void> {
  const doc = await documentAt(db, at, upto);
  const data = [{ ...at, upto, state: Uint8Array.from(Y.encodeStateAsUpdate(doc)) }];
  doc.destroy();
  await db.boardCheckpoint.createMany({ data, skipDuplicates: true });
}

type TooMuch = { readonly facts: HistoryFacts; readonly maxBytes: number };

/** The past begins later from now on, with a state of what was there by then. */
async function giveUpOldest(db: Db, at: BoardAt, { facts, maxBytes }: TooMuch): Promise<void> {
  const upto = newBeginning(facts, maxBytes);
  await addCheckpoint(db, at, upto);
  await db.$transaction([
    db.boardUpdate.deleteMany({ where: { ...at, seq: { lte: upto } } }),
    db.boardCheckpoint.deleteMany({ where: { ...at, upto: { lt: upto } } }),
  ]);
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
