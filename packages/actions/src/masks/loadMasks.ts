import type { Db, Tx } from '@pinpaint/db';
import type { Region, StudioId } from '@pinpaint/domain';
import type { Ctx, MaskFiles } from '../ctx.ts';
import type { ProblemCode } from '../problem.ts';

/** A mask is a blob of the same studio; of another's, its digest names nothing. */
export async function maskProblem(
  db: Db | Tx,
  studioId: StudioId,
  region: Region,
): Promise<ProblemCode | null> {
  if (region.kind !== 'raster') return null;
  const held = await db.blob.count({ where: { studioId, digest: region.mask, mediaType: 'image/png' } });
  return held > 0 ? null : 'mask.not-found';
}

/** The files of all raster regions among these. Their rows have vouched for them; one that is gone is missing here. */
export async function loadMasks(ctx: Pick<Ctx, 'blobs'>, regions: readonly Region[]): Promise<MaskFiles> {
  const digests = new Set(regions.flatMap((region) => (region.kind === 'raster' ? [region.mask] : [])));
  const files = new Map<string, Uint8Array>();
  for (const digest of digests) {
    const file = await ctx.blobs.read(digest);
    if (file) files.set(digest, file);
  }
  return files;
}
