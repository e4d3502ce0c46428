import { intersectRects, type PixelRect } from '@pinpaint/domain';
import type { Placed } from '@pinpaint/imaging';
import { type MasterFormat, masterFormat } from '../master/masterFormat.ts';
import { compositeRect, type LaidLayer } from '../version/compositeStrips.ts';
import { decodePatch } from '../wire/encodePatch.ts';
import { unpackAlpha } from './lockTest.ts';

/** A layer as it is stored: PNG files of `rect`'s size. */
export type StoredLayer = {
  readonly rect: PixelRect;
  readonly patch: Uint8Array;
  readonly alpha: Uint8Array;
  /** 0…255 */
  readonly opacity: number;
};

export type BaseSource = {
  readonly masterPath: string;
  readonly bounds: PixelRect;
  /** Lowest first; visible ones only. */
  readonly layers: readonly StoredLayer[];
};

/** What lies under a crop, from the master and the layers over it. */
export async function readBase(
  { masterPath, bounds, layers }: BaseSource,
  crop: PixelRect,
): Promise<{ readonly base: Placed; readonly format: MasterFormat }> {
  const format = await masterFormat(masterPath);
  const under = layers.filter(({ rect }) => intersectRects(rect, crop));
  const laid = await Promise.all(under.map((layer) => unpackLayer(layer, format)));
  return { base: await compositeRect({ masterPath, bounds, layers: laid }, crop, format), format };
}

export async function unpackLayer(
  { rect, patch, alpha, opacity }: StoredLayer,
  { depth }: MasterFormat,
): Promise<LaidLayer> {
  const [picture, plane] = await Promise.all([
    decodePatch(patch, { width: rect.width, height: rect.height, depth, channels: 3 }),
    unpackAlpha({ rect, png: alpha }),
  ]);
  if (!picture.ok) throw new Error(`A stored patch can't be read: ${picture.error.code}`);
  return { patch: { x: rect.x, y: rect.y, picture: picture.value }, alpha: plane, opacity };
}
