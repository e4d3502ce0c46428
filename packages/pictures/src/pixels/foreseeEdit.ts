import { type PixelRect, type Region, rectArea } from '@pinpaint/domain';
import {
  type AlphaPlane,
  alphaOver,
  type CropNeeds,
  type Foreseen,
  foresee,
  makeAlpha,
  makePicture,
  type Picture,
  type Placed,
  planCrop,
  shrinkAlpha,
  shrinkFactor,
  shrinkPicture,
} from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { masterFormat } from '../master/masterFormat.ts';
import { rawPicture } from '../rawPicture.ts';
import { displayed } from '../views/displayed.ts';
import { tileGrid } from '../views/tileGrid.ts';
import { type BaseSource, readBase } from './base.ts';
import { findUnseen } from './findUnseen.ts';
import { lockPlane } from './lockTest.ts';
import { type MaskFiles, readableLocks, unpackMasks } from './masks.ts';
import { permitted } from './permitted.ts';

export type ForeseeWish = BaseSource & {
  readonly region: Region;
  readonly locks: readonly Region[];
  readonly masks: MaskFiles;
  /** What has pixels already. */
  readonly existing: PixelRect;
  readonly needs: CropNeeds;
  /** Of a removal: for what an extend removes besides. */
  readonly holeNeeds: CropNeeds;
};

/** What the pixels tell, and what the frame's shape does. */
export type ForeseenEdit = Foreseen & {
  /** New pixels over those that are there; 0 but for an extend. */
  readonly growth: number;
};

/** More tells no more, and takes longer than people wait before they press Run. */
const cropPx = 640;
const framePx = 512;
/** A crop may be the whole frame: so many rows of it are in memory at once. */
const stripPx = 512;

/**
 * What can be told of an edit before it runs; null where it could change nothing. What an extend removes besides is
 * looked at as the removal it is: the border to come would drown it.
 */
export async function foreseeEdit(wish: ForeseeWish): Promise<ForeseenEdit | null> {
  const { bounds, existing, region, holeNeeds } = wish;
  const growth = rectArea(bounds) / Math.max(1, rectArea(existing)) - 1;
  const removes = growth > 0 && region.kind !== 'none';
  const whole = await look(removes ? { ...wish, region: { kind: 'none' } } : wish);
  const hole = removes ? await look({ ...wish, bounds: existing, needs: holeNeeds }) : null;
  if (!whole || !hole) return whole && { ...whole, growth };
  const { perspective, fisheye } = whole;
  return {
    ...hole,
    growth,
    perspective: Math.max(perspective, hole.perspective),
    fisheye: Math.max(fisheye, hole.fisheye),
  };
}

async function look(wish: ForeseeWish): Promise<Foreseen | null> {
  const alpha = await permitted({ ...wish, growPx: null, featherPx: null });
  const plan = alpha && planCrop(alpha.rect, wish.bounds, wish.needs);
  if (!plan) return null;
  const { rect } = plan;
  const factor = shrinkFactor(rect, cropPx);
  const closed = await closedPlane(wish, rect);
  const [crop, frame] = await Promise.all([
    readSmall(wish, { rect, factor, closed }),
    readFrame(wish.masterPath),
  ]);
  const small = ({ data }: AlphaPlane): Uint8Array => shrinkAlpha(data, rect, factor);
  return foresee({ crop, alpha: small(alphaOver(alpha, rect)), closed: small(closed), frame });
}

type Small = { readonly rect: PixelRect; readonly factor: number; readonly closed: AlphaPlane };

/** What lies under the crop, in sRGB, strip by strip; where that is transparent, `closed` is set. */
async function readSmall(source: ForeseeWish, { rect, factor, closed }: Small): Promise<Picture> {
  const [width, height] = [Math.floor(rect.width / factor), Math.floor(rect.height / factor)];
  const small = makePicture({ width, height, channels: 3, depth: 8 });
  const rows = Math.max(1, Math.floor(stripPx / factor));
  for (let y = 0; y < height; y += rows) {
    const strip = { ...rect, y: rect.y + y * factor, height: Math.min(rows, height - y) * factor };
    const { base, format } = await readBase(source, strip);
    closeUnseen(closed, base, source.existing);
    small.data.set(shrinkPicture(toEngineSpace(base.picture, format.icc), factor).data, y * width * 3);
  }
  return small;
}

/** The whole of it, small, without layers: what a lens does to a picture, it has done to the master. */
async function readFrame(masterPath: string): Promise<Picture> {
  const format = await masterFormat(masterPath);
  const level = tileGrid(format).levels.findLastIndex(
    ({ width, height }) => Math.max(width, height) >= framePx,
  );
  const image = displayed(masterPath, format, Math.max(0, level))
    .resize(framePx, framePx, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha();
  return rawPicture(image, 8);
}

/** Locks, and where an extend has no pixels yet: nothing to copy from. */
async function closedPlane(
  { locks, masks: files, existing }: ForeseeWish,
  rect: PixelRect,
): Promise<AlphaPlane> {
  const masks = await unpackMasks(locks, files);
  const closed = lockPlane(rect, readableLocks(locks, masks), masks);
  const known = alphaOver(makeAlpha(existing, 255), rect);
  for (let i = 0; i < closed.data.length; i += 1) if (known.data[i] === 0) closed.data[i] = 255;
  return closed;
}

/** In a strip of `closed`. */
function closeUnseen(closed: AlphaPlane, base: Placed, existing: PixelRect): void {
  const unseen = findUnseen(base, existing);
  const start = (base.y - closed.rect.y) * closed.rect.width;
  unseen?.data.forEach((value, i) => {
    if (value !== 0) closed.data[start + i] = 255;
  });
}
