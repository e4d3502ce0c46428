import { writing } from '@pinpaint/db';
import { ok, type RenditionId, type Result, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlob } from '../blobs/keepBlob.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';

/** The file is there; the row names it. */
export function completeRendition(
  ctx: Ctx,
  {
    studioId,
    renditionId,
    file,
  }: { readonly studioId: StudioId; readonly renditionId: RenditionId; readonly file: KeptBlob },
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx }) => {
    await keepBlob(tx, studioId, file);
    await tx.rendition.updateMany({
      where: { id: renditionId, studioId, state: 'queued' },
      data: { state: 'ready', blobDigest: file.digest },
    });
    return ok(null);
  });
}
