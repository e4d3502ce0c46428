import type { PixelRect, Region } from '@pinpaint/domain';
import { rasterise } from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { type BaseSource, readBase } from './base.ts';
import { enoughSize } from './enoughSize.ts';
import { leaveUnseen } from './leaveUnseen.ts';
import { type MaskFiles, readableRegion, unpackMasks } from './masks.ts';
import { type ReferencePlanes, rgbOf } from './parcel/engineParcels.ts';
import { resizePicture, resizePlane } from './resize.ts';

/** What a match is shown: a region of the frame, and the rectangle that holds what of it lies in the bounds. */
export type ReferenceArea = { readonly region: Region; readonly rect: PixelRect };

type CutReference = BaseSource & ReferenceArea & { readonly masks: MaskFiles };

/** @returns null where the region's mask can't be read */
export async function cutReference(wish: CutReference): Promise<ReferencePlanes | null> {
  const { rect } = wish;
  const masks = await unpackMasks([wish.region], wish.masks);
  const region = readableRegion(wish.region, masks);
  if (!region) return null;
  const { base, format } = await readBase(wish, rect);
  const size = enoughSize(rect);
  // While it has its alpha: resampling would smear hidden colours into what is seen.
  const crop = toEngineSpace(await resizePicture(base.picture, size), format.icc);
  const meant = rasterise(region, rect, masks);
  leaveUnseen(meant, base, wish.bounds);
  const alpha = await resizePlane(meant.data, rect, size);
  return { crop: rgbOf(crop), alpha };
}
