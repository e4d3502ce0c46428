import { makePicture, type Picture } from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { masterFormat } from '../master/masterFormat.ts';
import { decodePatch, encodePatch } from '../wire/encodePatch.ts';
import type { StoredLayer } from './base.ts';
import { unpackAlpha } from './lockTest.ts';

export type OverlayWish = { readonly masterPath: string; readonly layer: Omit<StoredLayer, 'opacity'> };

/**
 * A layer by itself, for a canvas that lays it over its base: 8-bit sRGB with straight alpha. A PNG.
 * The layer's opacity is not in it, so that fading needs no new file.
 */
export async function overlay({ masterPath, layer }: OverlayWish): Promise<Uint8Array> {
  const { rect } = layer;
  const { depth, icc } = await masterFormat(masterPath);
  const [patch, alpha] = await Promise.all([
    decodePatch(layer.patch, { width: rect.width, height: rect.height, depth, channels: 3 }),
    unpackAlpha({ rect, png: layer.alpha }),
  ]);
  if (!patch.ok) throw new Error(`A stored patch can't be read: ${patch.error.code}`);
  return encodePatch(withAlpha(toEngineSpace(patch.value, icc), alpha.data));
}

/** Sixteen bits lose their lower half, as they do in tiles: what lies side by side must not differ by a step. */
function withAlpha({ width, height, depth, data }: Picture, alpha: Uint8Array): Picture {
  const shift = depth === 16 ? 8 : 0;
  const overlaid = makePicture({ width, height, channels: 4, depth: 8 });
  for (let pixel = 0, from = 0, to = 0; pixel < alpha.length; pixel += 1, from += 3, to += 4) {
    overlaid.data[to] = (data[from] ?? 0) >> shift;
    overlaid.data[to + 1] = (data[from + 1] ?? 0) >> shift;
    overlaid.data[to + 2] = (data[from + 2] ?? 0) >> shift;
    overlaid.data[to + 3] = alpha[pixel] ?? 0;
  }
  return overlaid;
}
