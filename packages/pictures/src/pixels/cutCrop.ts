import { intersectRects, type PixelRect, type PixelSize, type Region } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, type RegionMasks, rasterise } from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { type BaseSource, readBase } from './base.ts';
import { type ArtworkToCut, cutArtwork } from './cutArtwork.ts';
import { cutReference, type ReferenceArea } from './cutReference.ts';
import { cutReferencePicture, type ReferenceFile } from './cutReferencePicture.ts';
import { findUnseen } from './findUnseen.ts';
import { growsFromUnseen } from './growsFromUnseen.ts';
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

export type RefusedCrop = {
  readonly refused:
    | 'engine.no-source'
    /** All that may change is transparent. */
    | 'answer.nothing-changed';
};

/** What an engine sees: the crop in sRGB and its planes. */
export async function cutCrop(wish: CutCrop): Promise<CutPlanes | RefusedCrop> {
  const { permitted, cropRect, size, existing } = wish;
  // libvips decodes in threads of its own, while the planes are made here.
  const [{ base, format }, permittedPng, planes, reference, artwork] = await Promise.all([
    readBase(wish, cropRect),
    encodeAlpha(permitted),
    makePlanes(wish),
    wish.reference ? referenceOf(wish, wish.reference) : null,
    wish.artwork ? cutArtwork(wish.artwork, { cropRect, size }) : null,
  ]);
  const unseen = findUnseen(base, existing);
  if (unseen && growsFromUnseen(unseen, wish)) return { refused: 'engine.no-source' };
  if (unseen) closeUnseen(planes, unseen);
  if (unseen && !isAnySeen(planes.permitted, unseen)) return { refused: 'answer.nothing-changed' };
  // While it has its alpha: resampling would smear hidden colours into what is seen.
  const crop = await resizePicture(base.picture, size);
  const request = encodeRequest({
    crop: rgbOf(toEngineSpace(crop, format.icc)),
    ...(await fitted(planes, wish)),
    ...(reference && { reference }),
    ...(artwork && { artwork }),
  });
  return { permittedPng, request, depth: format.depth };
}

function referenceOf(wish: CutCrop, reference: ReferenceArea | ReferenceFile) {
  return 'file' in reference ? cutReferencePicture(reference) : cutReference({ ...wish, ...reference });
}

type CropPlanes = Pick<RequestPlanes, 'permitted' | 'region' | 'known' | 'locked'>;

/** Of the crop's own size. */
async function makePlanes(wish: CutCrop): Promise<CropPlanes> {
  const { permitted, cropRect, locks } = wish;
  const masks = await unpackMasks([wish.region, ...locks], wish.masks);
  return {
    permitted: alphaOver(permitted, cropRect).data,
    region: regionPlane(wish, masks).data,
    known: knownPlane(wish).data,
    locked: lockPlane(cropRect, readableLocks(locks, masks), masks).data,
  };
}

/**
 * No pixels as far as an engine is concerned, and none wanted. In place. What is permitted stays whole: cut here, it
 * would fade along what is transparent when it is resampled, and whatever lands there is left out of the answer.
 */
function closeUnseen({ known, locked }: CropPlanes, unseen: AlphaPlane): void {
  for (let i = 0; i < unseen.data.length; i += 1) {
    if (unseen.data[i] === 0) continue;
    known[i] = 0;
    locked[i] = 255;
  }
}

function isAnySeen(permitted: Uint8Array, unseen: AlphaPlane): boolean {
  return permitted.some((value, i) => value > 0 && unseen.data[i] === 0);
}

async function fitted(planes: CropPlanes, { cropRect, size }: CutCrop): Promise<CropPlanes> {
  const fit = (data: Uint8Array) => resizePlane(data, cropRect, size);
  return {
    permitted: await fit(planes.permitted),
    region: await fit(planes.region),
    known: await fit(planes.known),
    locked: await fit(planes.locked),
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
