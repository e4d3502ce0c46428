import { intersectRects, type PixelRect, type PixelSize, type Region } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, type RegionMasks, rasterise } from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { type BaseSource, readBase } from './base.ts';
import { type ArtworkToCut, cutArtwork } from './cutArtwork.ts';
import { cutReference, type ReferenceArea } from './cutReference.ts';
import { cutReferencePicture, type ReferenceFile } from './cutReferencePicture.ts';
import { lockPlane } from './lockTest.ts';
import { type MaskFiles, readableLocks, readableRegion, unpackMasks } from './masks.ts';
import { encodeRequest, type RequestPlanes, rgbOf } from './parcel/engineParcels.ts';
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
  /** Only a match has one. */
  readonly reference?: ReferenceArea | ReferenceFile | null;
  /** Only what is placed has one. */
  readonly artwork?: ArtworkToCut | null;
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
  // libvips decodes in threads of its own, while the planes are made here.
  const [{ base, format }, permittedPng, planes, reference, artwork] = await Promise.all([
    readBase(wish, cropRect),
    encodeAlpha(permitted),
    makePlanes(wish),
    wish.reference ? referenceOf(wish, wish.reference) : null,
    wish.artwork ? cutArtwork(wish.artwork, { cropRect, size }) : null,
  ]);
  const crop = await resizePicture(toEngineSpace(base.picture, format.icc), size);
  const request = encodeRequest({
    crop: rgbOf(crop),
    ...planes,
    ...(reference && { reference }),
    ...(artwork && { artwork }),
  });
  return { permittedPng, request, depth: format.depth };
}

function referenceOf(wish: CutCrop, reference: ReferenceArea | ReferenceFile) {
  return 'file' in reference ? cutReferencePicture(reference) : cutReference({ ...wish, ...reference });
}

async function makePlanes(wish: CutCrop): Promise<Omit<RequestPlanes, 'crop' | 'reference' | 'artwork'>> {
  const { permitted, cropRect, size, locks } = wish;
  const masks = await unpackMasks([wish.region, ...locks], wish.masks);
  const fit = ({ data }: AlphaPlane) => resizePlane(data, cropRect, size);
  return {
    permitted: await fit(alphaOver(permitted, cropRect)),
    region: await fit(regionPlane(wish, masks)),
    known: await fit(knownPlane(wish)),
    locked: await fit(lockPlane(cropRect, readableLocks(locks, masks), masks)),
  };
}

/** As drawn, before growth and locks; of an extend what is new, of a whole frame all. */
function regionPlane({ region: drawn, cropRect, existing, bounds }: CutCrop, masks: RegionMasks): AlphaPlane {
  const region = readableRegion(drawn, masks);
  if (!region) return makeAlpha(cropRect);
  const plane = rasterise(region, cropRect, masks);
  const isExtend =
    region.kind === 'none' && (existing.width !== bounds.width || existing.height !== bounds.height);
  if (!isExtend) return plane;
  const known = knownPlane({ existing, cropRect }).data;
  return { rect: cropRect, data: plane.data.map((value, i) => value - (known[i] ?? 0)) };
}

/** Cut to the crop first: the whole frame's plane may be a hundred megabytes. */
function knownPlane({ existing, cropRect }: Pick<CutCrop, 'existing' | 'cropRect'>): AlphaPlane {
  const shared = intersectRects(existing, cropRect);
  return shared ? alphaOver(makeAlpha(shared, 255), cropRect) : makeAlpha(cropRect);
}
