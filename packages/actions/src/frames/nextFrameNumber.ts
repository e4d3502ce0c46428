import type { Tx } from '@pinpaint/db';

/** Boards of a thousand pictures are slow for everybody; a project has as many boards as it wants. */
export const framesPerBoard = 1_000;

/** Numbers are never given twice. Null when the board is full of frames that still hang on it. */
export async function nextFrameNumber(tx: Tx, boardId: string): Promise<number | null> {
  const [hanging, { _max: last }] = await Promise.all([
    tx.frame.count({ where: { boardId, archivedAt: null } }),
    tx.frame.aggregate({ where: { boardId }, _max: { number: true } }),
  ]);
  return hanging < framesPerBoard ? (last.number ?? 0) + 1 : null;
}
