import { writing } from '@pinpaint/db';
import { ok, type RenditionId, type Result, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersionRow } from '../versions/findVersion.ts';

type Ended = {
  readonly studioId: StudioId;
  readonly renditionId: RenditionId;
  /** The file, or why there will be none. */
  readonly outcome: { readonly file: KeptBlob } | { readonly failureCode: string };
};

/** How the making of a rendition ended. Done twice, it changes nothing. */
export function completeRendition(
  ctx: Pick<Ctx, 'db'>,
  { studioId, renditionId, outcome }: Ended,
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const row = await tx.rendition.findFirst({ where: { id: renditionId, studioId } });
    const version = row && (await findVersionRow(tx, studioId, row.versionId));
    if (!row || !version) return problem('rendition.not-found', { renditionId });
    if (row.state !== 'queued') return ok(null);
    const isMade = 'file' in outcome;
    if (isMade) await keepBlobs(tx, studioId, [outcome.file]);
    await tx.rendition.updateMany({
      where: { id: renditionId, studioId, state: 'queued' },
      data: isMade
        ? { state: 'ready', blobDigest: outcome.file.digest }
        : { state: 'failed', failureCode: outcome.failureCode },
    });
    record({
      topic: isMade ? 'rendition.made' : 'rendition.failed',
      subject: { kind: 'rendition', id: renditionId },
      scope: version.scope,
      payload: {
        versionId: row.versionId,
        ...(isMade ? { file: outcome.file.digest } : { code: outcome.failureCode }),
      },
    });
    return ok(null);
  });
}
