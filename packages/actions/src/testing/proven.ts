import type { VersionId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { completeRender } from '../versions/completeRender.ts';
import type { Proof } from '../versions/proof.ts';
import type { TestStudio } from './aStudio.ts';
import { valueFrom } from './valueFrom.ts';

/** A submitted version as the renderer leaves it, with a result and a thumbnail in name only. */
export async function proven(
  ctx: Ctx,
  { studioId }: TestStudio,
  { versionId, ...counts }: { readonly versionId: VersionId } & Partial<Proof>,
): Promise<void> {
  const blob = { digest: 'e'.repeat(64), bytes: 1, mediaType: 'image/tiff' };
  const proof: Proof = {
    changedInside: 9,
    changedOutside: 0,
    changedInLocks: 0,
    masterDigest: 'a'.repeat(64),
    resultDigest: 'b'.repeat(64),
    planesDigest: 'c'.repeat(64),
    ...counts,
  };
  valueFrom(await completeRender(ctx, { studioId, versionId, made: { result: blob, thumb: blob, proof } }));
}
