import type { CarryId, FrameId, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { keepFinding } from './keepFinding.ts';
import { loadSearch } from './loadSearch.ts';

const minuteMs = 60_000;
/** A large series is looked through a frame at a time; so long after it was asked, a job may have got lost. */
const stuckAfterMs = 5 * minuteMs;
/** After this long it is the picture itself that no renderer gets done. */
const givenUpAfterMs = 60 * minuteMs;

/** Searches whose jobs have ended without them. */
export async function pushStuckFindings(ctx: Pick<Ctx, 'db' | 'queue' | 'now'>): Promise<void> {
  const now = ctx.now().getTime();
  const stuck = await ctx.db.finding.findMany({
    where: { state: 'searching', carry: { createdAt: { lt: new Date(now - stuckAfterMs) } } },
    select: { carryId: true, frameId: true, studioId: true, carry: { select: { createdAt: true } } },
    take: 100,
  });
  for (const { carryId, frameId, studioId, carry } of stuck) {
    const place = {
      studioId: studioId as StudioId,
      carryId: carryId as CarryId,
      frameId: frameId as FrameId,
    };
    const search = now - carry.createdAt.getTime() > givenUpAfterMs && (await loadSearch(ctx, place));
    if (search) {
      await keepFinding(ctx, search, { state: 'left_out', reason: 'series.not-searched', place: null });
      continue;
    }
    const seldom = { key: `${carryId} ${frameId}`, seconds: stuckAfterMs / 1000 };
    await ctx.db.$transaction((tx) => ctx.queue.enqueue(tx, 'carry.find', place, seldom));
  }
}
