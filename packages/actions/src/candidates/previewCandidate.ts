import { type CandidateId, ok, type PixelRect, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import type { Problem } from '../problem.ts';
import { findCandidate } from './findCandidate.ts';
import { readLayer } from './readLayer.ts';

/** A candidate in its place, over what it was made over: a PNG of the edit's crop, in sRGB. */
export async function previewCandidate(
  ctx: Ctx,
  actor: Actor,
  candidateId: CandidateId,
): Promise<Result<Uint8Array, Problem>> {
  const found = await findCandidate(ctx.db, actor, { candidateId, action: 'edit.read' });
  if (!found.ok) return found;
  const { edit, patchBlob, alphaBlob, rect } = found.value;
  const { layers } = edit.planes as unknown as PreparedPlanes;
  const master = await ctx.blobs.localFile(edit.frame.masterBlob ?? '');
  if (!master) throw new Error(`The master of frame ${edit.frameId} is not in the store`);
  const own = { rect: rect as PixelRect, opacity: 255, patchDigest: patchBlob, alphaDigest: alphaBlob };
  try {
    const png = await ctx.pixels.preview({
      masterPath: master.path,
      bounds: edit.bounds as PixelRect,
      layers: await Promise.all(layers.map((layer) => readLayer(ctx, layer))),
      cropRect: edit.cropRect as PixelRect,
      layer: await readLayer(ctx, own),
    });
    return ok(png);
  } finally {
    await master.release();
  }
}
