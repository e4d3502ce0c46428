import { ok, type Result } from '@pinpaint/domain';
import type { BoardAt } from '../rooms/boardStore.ts';
import { findCheckpoint, readState, walkTo } from './boardLog.ts';
import { historyLimits } from './historyLimits.ts';
import type { PastReading } from './PastReading.ts';
import type { PastError } from './thread/PastEnded.ts';

/**
 * A board as it was after a row of its log, as a Yjs update (v1) for an empty document.
 *
 * @returns null: there is no such moment (any more)
 */
export async function stateAt(
  { db, pasts, signal }: PastReading,
  at: BoardAt,
  seq: number,
): Promise<Result<Uint8Array<ArrayBuffer> | null, PastError>> {
  const { studioId, boardId } = at;
  const row = await db.boardUpdate.findUnique({
    where: { studioId_boardId_seq: { studioId, boardId, seq } },
    select: { seq: true },
  });
  if (!row) return ok(null);
  const checkpoint = await findCheckpoint(db, at, seq);
  const state = checkpoint?.upto === seq ? await readState(db, at, checkpoint) : null;
  if (state) return ok(state);
  return pasts.walk(
    async (past) => {
      await walkTo(db, at, { past, seq });
      return past.state();
    },
    { limitMs: historyLimits.lookMs, signal },
  );
}
