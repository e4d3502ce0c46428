import type { Region } from '@pinpaint/domain';
import type { Ctx, MaskFiles } from '../ctx.ts';

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
