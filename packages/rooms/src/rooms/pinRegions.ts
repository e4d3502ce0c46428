import { setPinRegionOnce } from '@pinpaint/board';
import type { Db } from '@pinpaint/db';
import type { PinId, Region } from '@pinpaint/domain';
import type * as Y from 'yjs';
import type { BoardAt } from './boardStore.ts';

/**
 * Puts the regions that pins were placed with into the document, so that people can refine them together.
 *
 * @param after the ledger's seq up to which pins are in already; null: none are
 * @returns the seq up to which they are now
 */
export async function putPinRegions(
  db: Db,
  doc: Y.Doc,
  { studioId, boardId, after }: BoardAt & { readonly after: number | null },
): Promise<number> {
  const { seq } = await db.ledgerHead.findUniqueOrThrow({ where: { studioId }, select: { seq: true } });
  const placed =
    after === null
      ? { frame: { boardId } }
      : { id: { in: await placedSince(db, { studioId, boardId, after, upto: seq }) } };
  const pins = await db.pin.findMany({
    where: { studioId, ...placed },
    select: { id: true, region: true },
    orderBy: { createdAt: 'asc' },
  });
  // Written by us alone, and checked before.
  for (const { id, region } of pins) setPinRegionOnce(doc, id as PinId, { region: region as Region });
  return seq;
}

type Span = BoardAt & { readonly after: number; readonly upto: number };

async function placedSince(db: Db, { studioId, boardId, after, upto }: Span): Promise<string[]> {
  const events = await db.ledgerEvent.findMany({
    where: { studioId, boardId, topic: 'pin.placed', seq: { gt: after, lte: upto } },
    select: { subjectId: true },
  });
  return events.map(({ subjectId }) => subjectId);
}
