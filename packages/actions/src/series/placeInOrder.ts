import type { Tx } from '@pinpaint/db';

type Order = { readonly studioId: string; readonly seriesId: string; readonly order: readonly string[] };

/** These first, then whatever else lies in the series: frames off their boards may come back. */
export async function placeInOrder(tx: Tx, { studioId, seriesId, order }: Order): Promise<void> {
  const rows = await tx.seriesFrame.findMany({
    where: { studioId, seriesId },
    orderBy: { position: 'asc' },
    select: { frameId: true },
  });
  const rest = rows.map(({ frameId }) => frameId).filter((frameId) => !order.includes(frameId));
  for (const [position, frameId] of [...order, ...rest].entries()) {
    await tx.seriesFrame.updateMany({ where: { studioId, seriesId, frameId }, data: { position } });
  }
}
