import type { PixelRect } from '@pinpaint/domain';
import { composite } from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { decodePatch, encodePatch } from '../wire/encodePatch.ts';
import { type BaseSource, readBase, type StoredLayer } from './base.ts';
import { unpackAlpha } from './lockTest.ts';

export type PreviewWish = BaseSource & { readonly cropRect: PixelRect; readonly layer: StoredLayer };

/** A candidate in its place, in sRGB, as people look at it: the crop with the layer on it. A PNG. */
export async function preview(wish: PreviewWish): Promise<Uint8Array> {
  const { rect, patch, alpha, opacity } = wish.layer;
  const { base, format } = await readBase(wish, wish.cropRect);
  const picture = await decodePatch(patch, {
    width: rect.width,
    height: rect.height,
    depth: format.depth,
    channels: 3,
  });
  if (!picture.ok) throw new Error(`A stored patch can't be read: ${picture.error.code}`);
  const after = composite(base, {
    patch: { x: rect.x, y: rect.y, picture: picture.value },
    alpha: await unpackAlpha({ rect, png: alpha }),
    opacity,
  });
  return encodePatch(toEngineSpace(after, format.icc));
}
