import { writing } from '@pinpaint/db';
import { ok, type Result, type StudioId, type VersionId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersionRow } from './findVersion.ts';
import type { Proof } from './proof.ts';

export type MadeRender = { readonly result: KeptBlob; readonly thumb: KeptBlob; readonly proof: Proof };

/** What the renderer made of a submitted version, and what it counted. Done twice, it changes nothing. */
export async function completeRender(
  ctx: Ctx,
  {
    studioId,
    versionId,
    made,
  }: { readonly studioId: StudioId; readonly versionId: VersionId; readonly made: MadeRender },
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const version = await findVersionRow(tx, studioId, versionId);
    if (!version) return problem('version.not-found', { versionId });
    if (version.proof) return ok(null);
    const { result, thumb, proof } = made;
    await keepBlobs(tx, studioId, [result, thumb]);
    await tx.version.update({
      where: { id: versionId },
      data: { resultBlob: result.digest, thumbBlob: thumb.digest, proof },
    });
    record({
      topic: 'version.rendered',
      subject: { kind: 'version', id: versionId },
      scope: version.scope,
      payload: proof,
    });
    return ok(null);
  });
}
