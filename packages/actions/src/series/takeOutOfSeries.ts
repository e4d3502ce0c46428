import { type FrameId, ok, type Result, type SeriesId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { changeSeries } from './changeSeries.ts';
import { placeInOrder } from './placeInOrder.ts';
import type { Series } from './toSeries.ts';

/** The frame stays on its board, and what was carried to it stays in it. */
export function takeOutOfSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { seriesId, frameId }: { readonly seriesId: SeriesId; readonly frameId: FrameId },
): Promise<Result<Series, Problem>> {
  return changeSeries(ctx, actor, {
    seriesId,
    async change({ tx }, { studioId }) {
      const { count } = await tx.seriesFrame.deleteMany({ where: { studioId, seriesId, frameId } });
      if (count === 0) return problem('frame.not-found', { frameId });
      await placeInOrder(tx, { studioId, seriesId, order: [] });
      return ok({ payload: { takenOut: frameId } });
    },
  });
}
