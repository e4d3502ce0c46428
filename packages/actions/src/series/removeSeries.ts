import { writing } from '@pinpaint/db';
import { ok, type Result, type SeriesId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findSeries } from './findSeries.ts';

/** Its frames stay, and so does what was carried between them. */
export async function removeSeries(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { seriesId }: { readonly seriesId: SeriesId },
): Promise<Result<null, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findSeries(tx, actor, { seriesId, action: 'series.change' });
    if (!found.ok) return found;
    await tx.seriesFrame.deleteMany({ where: { studioId, seriesId } });
    await tx.series.update({ where: { id: seriesId }, data: { removedAt: ctx.now() } });
    const { scope } = found.value;
    record({ topic: 'series.removed', subject: { kind: 'series', id: seriesId }, scope });
    return ok(null);
  });
}
