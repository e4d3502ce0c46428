import type { Prisma, Tx } from '@pinpaint/db';
import { dropUnbegun } from '../charges/dropUnbegun.ts';

type Ended = Pick<Prisma.RenditionUncheckedUpdateManyInput, 'state' | 'failureCode'>;

/** What waits for one that will not be made ends with it. No chain has more than three. */
export async function endThoseAfter(
  tx: Tx,
  { id, studioId }: { readonly id: string; readonly studioId: string },
  ended: Ended,
): Promise<void> {
  const where = { studioId, parentId: id, state: 'queued' } as const;
  for (const child of await tx.rendition.updateManyAndReturn({ where, data: ended })) {
    await dropUnbegun(tx, child.id);
    await endThoseAfter(tx, child, ended);
  }
}
