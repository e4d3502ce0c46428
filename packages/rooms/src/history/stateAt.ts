import type { Db } from '@pinpaint/db';
import * as Y from 'yjs';
import type { BoardAt } from '../rooms/boardStore.ts';
import { documentAt } from './boardLog.ts';

/**
 * A board as it was after a row of its log, as a Yjs update (v1) for an empty document.
 *
 * @returns null: there is no such moment (any more)
 */
export async function stateAt(db: Db, at: BoardAt, seq: number): Promise<Uint8Array | null> {
  const { studioId, boardId } = at;
  const row = await db.boardUpdate.findUnique({
    where: { studioId_boardId_seq: { studioId, boardId, seq } },
    select: { seq: true },
  });
  if (!row) return null;
  const doc = await documentAt(db, at, seq);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
