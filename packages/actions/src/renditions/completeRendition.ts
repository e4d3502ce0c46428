import { writing } from '@pinpaint/db';
import { ok, type RenditionId, type Result, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import { dropUnbegun } from '../charges/dropUnbegun.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersionRow } from '../versions/findVersion.ts';
import { endThoseAfter } from './endThoseAfter.ts';
import type { FilmOperation } from './filmOperation.ts';
import { queueStep } from './queueStep.ts';
import type { RenditionProvenance } from './toRendition.ts';

type Ended = {
  readonly studioId: StudioId;
  readonly renditionId: RenditionId;
  /** The file and by what a step made it, or why there will be none. */
  readonly outcome:
    | { readonly file: KeptBlob; readonly provenance?: RenditionProvenance }
    | { readonly failureCode: string; readonly failureSays?: string };
  /** What a service billed for it; undefined: what was booked counts. */
  readonly usd?: number | undefined;
};

/** How the making of a rendition ended; what is to be made of it comes next. Done twice, it changes nothing. */
export function completeRendition(
  ctx: Pick<Ctx, 'db' | 'queue'>,
  { studioId, renditionId, outcome, usd }: Ended,
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const row = await tx.rendition.findFirst({ where: { id: renditionId, studioId } });
    const version = row && (await findVersionRow(tx, studioId, row.versionId));
    if (!row || !version) return problem('rendition.not-found', { renditionId });
    const isMade = 'file' in outcome;
    const made = isMade && outcome.provenance ? { provenance: outcome.provenance } : {};
    const { count } = await tx.rendition.updateMany({
      where: { id: renditionId, studioId, state: 'queued' },
      data: isMade
        ? { state: 'ready', progress: 1, blobDigest: outcome.file.digest, ...made }
        : {
            state: 'failed',
            failureCode: outcome.failureCode,
            failureSays: outcome.failureSays ?? null,
          },
    });
    // Also of one that was cancelled meanwhile.
    if (usd !== undefined)
      await tx.charge.updateMany({
        where: { id: (row.operation as FilmOperation | null)?.chargeId ?? row.id },
        data: { usd },
      });
    if (count === 0) return ok(null);
    if (!isMade) await dropUnbegun(tx, renditionId);
    if (isMade) await keepBlobs(tx, studioId, [outcome.file]);
    record({
      topic: isMade ? 'rendition.made' : 'rendition.failed',
      subject: { kind: 'rendition', id: renditionId },
      scope: version.scope,
      payload: {
        versionId: row.versionId,
        ...(isMade ? { file: outcome.file.digest, ...made } : { code: outcome.failureCode }),
        ...(row.operation ? { usd: usd ?? (row.operation as FilmOperation).usd } : {}),
      },
    });
    if (!isMade) {
      await endThoseAfter(tx, row, { state: 'failed', failureCode: 'rendition.step-before-failed' });
      return ok(null);
    }
    const waiting = await tx.rendition.findMany({
      where: { studioId, parentId: renditionId, state: 'queued' },
    });
    for (const next of waiting) await queueStep(ctx, tx, next);
    return ok(null);
  });
}
