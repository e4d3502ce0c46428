import { ok, type Result, type SeriesId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { changeSeries } from './changeSeries.ts';
import type { Series } from './toSeries.ts';

export async function renameSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  wish: { readonly seriesId: SeriesId; readonly name: string },
): Promise<Result<Series, Problem>> {
  const cleaned = cleanName(wish.name);
  if (!cleaned.ok) return cleaned;
  const { seriesId } = wish;
  const texts = { name: cleaned.value };
  return changeSeries(ctx, actor, {
    seriesId,
    async change({ tx }) {
      await tx.series.update({ where: { id: seriesId }, data: texts });
      return ok({ payload: {}, texts });
    },
  });
}
