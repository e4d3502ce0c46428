import { Prisma } from '@pinpaint/db';
import type { Ctx } from '../ctx.ts';
import { queueStep } from './queueStep.ts';
import { stepLostMs } from './stepLost.ts';

const minuteMs = 60_000;
/** One that waits in turn is waited for by its own job; after so long that may have got lost. */
const stuckAfterMs = 10 * minuteMs;
const takenAtOnce = 100;

/** Steps that nobody makes: their renderer is gone, or the job that was to wake one. */
export async function pushStuckSteps({ db, queue, now }: Pick<Ctx, 'db' | 'queue' | 'now'>): Promise<void> {
  const before = (ms: number) => new Date(now().getTime() - ms);
  const stuck = await db.rendition.findMany({
    where: {
      state: 'queued',
      step: { not: Prisma.DbNull },
      AND: [
        { OR: [{ parentId: null }, { parent: { state: 'ready' } }] },
        {
          OR: [
            { beatAt: { lt: before(stepLostMs) } },
            { beatAt: null, createdAt: { lt: before(stuckAfterMs) } },
          ],
        },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, studioId: true, attempts: true, step: true },
    take: takenAtOnce,
  });
  await db.$transaction(async (tx) => {
    for (const { attempts, ...stuckStep } of stuck) {
      const seldom = { key: `${stuckStep.id} ${attempts}`, seconds: stuckAfterMs / 1000 };
      await queueStep({ queue }, tx, stuckStep, seldom);
    }
  });
}
