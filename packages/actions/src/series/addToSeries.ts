import { type FrameId, ok, type Result, type SeriesId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { changeSeries } from './changeSeries.ts';
import { joinSeries } from './joinSeries.ts';
import type { Series } from './toSeries.ts';

/** At its end. */
export function addToSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { seriesId, frameIds }: { readonly seriesId: SeriesId; readonly frameIds: readonly FrameId[] },
): Promise<Result<Series, Problem>> {
  return changeSeries(ctx, actor, {
    seriesId,
    async change({ tx }, { studioId, projectId }) {
      const joined = await joinSeries(tx, { studioId, projectId, seriesId, frameIds });
      return joined.ok ? ok({ payload: { added: [...frameIds] } }) : joined;
    },
  });
}
