import { Prisma } from '@pinpaint/db';
import type { FrameId, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { failIngest } from '../frames/completeIngest.ts';

type Keeping = Pick<Ctx, 'db' | 'queue' | 'now'>;

const minuteMs = 60_000;
/** The largest picture with all its tries may take as long; and so long one waits between two tries. */
const stuckAfterMs = 10 * minuteMs;
/** A full disk is noticed and mended in a day. After it, it is the picture itself that no renderer gets done. */
const givenUpAfterMs = 24 * 60 * minuteMs;
const takenAtOnce = 100;

/** Masters and renders whose jobs have ended without them: the rows still say that they are wanted. */
export async function pushStuckPictures(ctx: Keeping): Promise<void> {
  const now = ctx.now().getTime();
  const givenUp = new Date(now - givenUpAfterMs);
  const stuck = { gt: givenUp, lt: new Date(now - stuckAfterMs) };
  await failOldIngests(ctx, givenUp);
  const [frames, versions] = await Promise.all([
    ctx.db.frame.findMany({
      where: { state: 'ingesting', createdAt: stuck },
      orderBy: { createdAt: 'asc' },
      select: { id: true, studioId: true },
      take: takenAtOnce,
    }),
    ctx.db.version.findMany({
      where: { digest: { not: null }, proof: { equals: Prisma.DbNull }, submittedAt: stuck },
      orderBy: { submittedAt: 'asc' },
      select: { id: true, studioId: true },
      take: takenAtOnce,
    }),
  ]);
  await ctx.db.$transaction(async (tx) => {
    const seldom = (key: string) => ({ key, seconds: stuckAfterMs / 1000 });
    for (const { id, studioId } of frames)
      await ctx.queue.enqueue(tx, 'frame.ingest', { studioId, frameId: id }, seldom(id));
    for (const { id, studioId } of versions)
      await ctx.queue.enqueue(tx, 'version.render', { studioId, versionId: id }, seldom(id));
  });
}

async function failOldIngests(ctx: Keeping, givenUp: Date): Promise<void> {
  const old = await ctx.db.frame.findMany({
    where: { state: 'ingesting', createdAt: { lte: givenUp } },
    select: { id: true, studioId: true },
    take: takenAtOnce,
  });
  for (const { id, studioId } of old) {
    const place = { studioId: studioId as StudioId, frameId: id as FrameId };
    await failIngest(ctx, { ...place, code: 'frame.not-ingested' });
  }
}
