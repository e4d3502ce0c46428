import type { FilmStep, RenditionId, RenditionStep, StudioId, VersionId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { completeRendition } from './completeRendition.ts';
import { nextStep } from './nextStep.sql.ts';
import { stepLostMs } from './stepLost.ts';
import type { RenditionFormat } from './toRendition.ts';

/** A step as one renderer makes it; `startedAt` tells its run from one before. */
export type TakenStep = {
  readonly studioId: StudioId;
  readonly renditionId: RenditionId;
  readonly versionId: VersionId;
  /** SHA-256 of what it is made of; null: of the version itself. */
  readonly parentBlob: string | null;
  readonly step: Exclude<RenditionStep, FilmStep>;
  readonly format: RenditionFormat;
  readonly startedAt: Date;
};

/** One that has brought down two renderers is not given to a third. */
const attemptLimit = 2;
/** Of those who lose a race for a step: enough to get another one, or to know that there is none. */
const tries = 5;

/** The next step in turn, or null when none can be made now. It is this renderer's as long as its progress is kept. */
export async function takeStep(ctx: Pick<Ctx, 'db' | 'queue' | 'now'>): Promise<TakenStep | null> {
  for (let count = 0; count < tries; ) {
    const startedAt = ctx.now();
    const waiting = await nextStep(ctx.db, new Date(startedAt.getTime() - stepLostMs));
    if (!waiting) return null;
    const { id, beatAt, attempts } = waiting;
    const place = { studioId: waiting.studioId as StudioId, renditionId: id as RenditionId };
    if (attempts >= attemptLimit) {
      await completeRendition(ctx, { ...place, outcome: { failureCode: 'rendition.given-up' } });
      continue;
    }
    const { count: taken } = await ctx.db.rendition.updateMany({
      where: { id, studioId: place.studioId, state: 'queued', attempts, beatAt },
      data: { attempts: attempts + 1, startedAt, beatAt: startedAt, progress: 0 },
    });
    if (taken > 0) return readStep(ctx, { ...place, startedAt });
    count += 1;
  }
  return null;
}

type Taken = Pick<TakenStep, 'studioId' | 'renditionId' | 'startedAt'>;

async function readStep({ db }: Pick<Ctx, 'db'>, taken: Taken): Promise<TakenStep> {
  const where = { id: taken.renditionId, studioId: taken.studioId };
  const row = await db.rendition.findFirstOrThrow({ where, include: { parent: true } });
  return {
    ...taken,
    versionId: row.versionId as VersionId,
    parentBlob: row.parent?.blobDigest ?? null,
    step: row.step as unknown as TakenStep['step'],
    format: row.format as RenditionFormat,
  };
}
