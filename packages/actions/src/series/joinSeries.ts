import type { Tx } from '@pinpaint/db';
import { type FrameId, ok, type Result } from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';

/** An edit is carried to all of them, and each is looked through for it. */
const framesPerSeries = 200;

type Joining = {
  readonly studioId: string;
  readonly projectId: string;
  readonly seriesId: string;
  readonly frameIds: readonly FrameId[];
};

/** Puts frames at a series' end. One that lies in it already stays where it is. */
export async function joinSeries(
  tx: Tx,
  { studioId, projectId, seriesId, frameIds }: Joining,
): Promise<Result<null, Problem>> {
  const wanted = [...new Set(frameIds)];
  const known = await tx.frame.count({
    where: { id: { in: wanted }, studioId, archivedAt: null, board: { projectId } },
  });
  if (known < wanted.length) return problem('frame.not-found');
  const placed = await tx.seriesFrame.findMany({ where: { studioId, frameId: { in: wanted } } });
  const elsewhere = placed.find((frame) => frame.seriesId !== seriesId);
  if (elsewhere) {
    const { frameId } = elsewhere;
    return problem('series.frame-elsewhere', { frameId, seriesId: elsewhere.seriesId });
  }
  const there = new Set(placed.map(({ frameId }) => frameId));
  const fresh = wanted.filter((frameId) => !there.has(frameId));
  const before = await tx.seriesFrame.count({ where: { studioId, seriesId } });
  if (before + fresh.length > framesPerSeries) return problem('series.full', { limit: framesPerSeries });
  await tx.seriesFrame.createMany({
    data: fresh.map((frameId, i) => ({ studioId, seriesId, frameId, position: before + i })),
  });
  return ok(null);
}
