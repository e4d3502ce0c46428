import { type FrameId, ok, type Result, type SeriesId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { changeSeries } from './changeSeries.ts';
import { placeInOrder } from './placeInOrder.ts';
import type { Series } from './toSeries.ts';

/** @param order every frame of the series once */
export function reorderSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { seriesId, order }: { readonly seriesId: SeriesId; readonly order: readonly FrameId[] },
): Promise<Result<Series, Problem>> {
  return changeSeries(ctx, actor, {
    seriesId,
    async change({ tx }, { studioId, frames }) {
      const named = new Set<string>(order);
      const whole =
        order.length === frames.length &&
        named.size === order.length &&
        frames.every(({ frameId }) => named.has(frameId));
      if (!whole) return problem('series.wrong-order', { frames: frames.map(({ frameId }) => frameId) });
      await placeInOrder(tx, { studioId, seriesId, order });
      return ok({ payload: { order: [...order] } });
    },
  });
}
