import type { PixelRect, PixelSize, Region } from '@pinpaint/domain';
import {
  type AlphaPlane,
  alphaOver,
  makeAlpha,
  type Picture,
  type RegionMasks,
  rasterise,
} from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { type BaseSource, readBase } from './base.ts';
import { lockPlane } from './lockTest.ts';
import { type MaskFiles, readableLocks, readableRegion, unpackMasks } from './masks.ts';
import { encodeRequest, type RgbPlane } from './parcel/engineParcels.ts';
import { resizePicture, resizePlane } from './resize.ts';

export type CutCrop = BaseSource & {
  readonly permitted: AlphaPlane;
  readonly region: Region;
  readonly locks: readonly Region[];
  readonly masks: MaskFiles;
  /** What has pixels already. */
  readonly existing: PixelRect;
  readonly cropRect: PixelRect;
  /** What the engine is given; `cropRect`'s own wherever possible. */
  readonly size: PixelSize;
};

export type CutPlanes = {
  /** The permitted alpha as it is stored. */
  readonly permittedPng: Uint8Array;
  /** The parcel an engine worker gets. */
  readonly request: Uint8Array<ArrayBuffer>;
  readonly depth: 8 | 16;
};

/** What an engine sees: the crop in sRGB and its planes. */
export async function cutCrop(wish: CutCrop): Promise<CutPlanes> {
  const { permitted, cropRect, size } = wish;
  const [{ base, format }, permittedPng, masks] = await Promise.all([
    readBase(wish, cropRect),
    encodeAlpha(permitted),
    unpackMasks([wish.region, ...wish.locks], wish.masks),
  ]);
  const crop = await resizePicture(toEngineSpace(base.picture, format.icc), size);
  const fit = ({ data }: AlphaPlane) => resizePlane(data, cropRect, size);
  const request = encodeRequest({
    crop: rgbOf(crop),
    permitted: await fit(alphaOver(permitted, cropRect)),
    region: await fit(regionPlane(wish, masks)),
    known: await fit(alphaOver(makeAlpha(wish.existing, 255), cropRect)),
    locked: await fit(lockPlane(cropRect, readableLocks(wish.locks, masks), masks)),
  });
  return { permittedPng, request, depth: format.depth };
}

/** As drawn, before growth and locks; of an extend what is new, of a whole frame all. */
function regionPlane({ region: drawn, cropRect, existing, bounds }: CutCrop, masks: RegionMasks): AlphaPlane {
  const region = readableRegion(drawn, masks);
  if (!region) return makeAlpha(cropRect);
  const plane = rasterise(region, cropRect, masks);
  const isExtend =
    region.kind === 'none' && (existing.width !== bounds.width || existing.height !== bounds.height);
  if (!isExtend) return plane;
  const known = alphaOver(makeAlpha(existing, 255), cropRect).data;
  return { rect: cropRect, data: plane.data.map((value, i) => value - (known[i] ?? 0)) };
}

function rgbOf({ width, height, ...samples }: Picture): RgbPlane {
  return samples.depth === 8
    ? { width, height, depth: 8, data: samples.data }
    : { width, height, depth: 16, data: samples.data };
}
