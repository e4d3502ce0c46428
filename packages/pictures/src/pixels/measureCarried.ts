import {
  boundsOfRegion,
  carryRegion,
  compose,
  type Homography,
  inflateRect,
  intersectRects,
  invert,
  mapPoint,
  type PixelRect,
  spreadOver,
} from '@pinpaint/domain';
import { deltaE, luma601, makePicture, measureSsim, type Picture, type PixelView } from '@pinpaint/imaging';
import type { BaseSource, StoredLayer } from './base.ts';
import { unpackAlpha } from './lockTest.ts';
import { openFrame } from './openFrame.ts';

/** A frame before an edit, and what the edit laid over it. */
type EditedFrame = BaseSource & { readonly layer: StoredLayer };

export type MeasureCarried = {
  readonly source: EditedFrame;
  readonly target: EditedFrame;
  /** From the source's frame space to the target's. */
  readonly matrix: Homography;
};

export type Likeness = {
  /** Mean of CIE 1976, weighted by the used alpha. */
  readonly deltaE: number;
  /** Mean structural similarity of luma, weighted by the used alpha. */
  readonly ssim: number;
};

export type CarriedLikeness = {
  /** Of the source's used alpha, those that were compared. */
  readonly pixels: number;
  /** How far the two pictures lay apart there already. */
  readonly before: Likeness;
  readonly after: Likeness;
};

/** A larger region is compared at a smaller size. */
const mostPixels = 1_000_000;

/**
 * How far what an edit made in one frame differs from what it made in another: the target is brought back over the
 * source by the map it was found by, and both are compared under the alpha that the source's edit used.
 */
export async function measureCarried({
  source,
  target,
  matrix,
}: MeasureCarried): Promise<CarriedLikeness | null> {
  const area = source.layer.rect;
  const carried = carryRegion({ kind: 'rectangle', ...area }, matrix);
  const bounds = carried && boundsOfRegion(carried);
  const part = bounds && intersectRects(inflateRect(bounds, 2), target.bounds);
  if (!part) return null;
  const [before, after] = [await compare('before'), await compare('after')];
  return { pixels: after.pixels, before: before.likeness, after: after.likeness };

  async function compare(when: 'before' | 'after') {
    const [one, other] = await Promise.all([view(source, area, when), view(target, part as PixelRect, when)]);
    const weight = await alphaOn(one, source.layer);
    const moved = broughtBack(other, one, { matrix, weight });
    return { pixels: countOf(weight), likeness: likenessOf(one.picture, moved, weight) };
  }
}

async function view(
  { layer, ...base }: EditedFrame,
  rect: PixelRect,
  when: 'before' | 'after',
): Promise<PixelView> {
  const layers = when === 'before' ? base.layers : [...base.layers, layer];
  return (await openFrame({ ...base, layers }))(rect, mostPixels);
}

/** The alpha of the sample in the middle of each pixel of the view. */
async function alphaOn({ rect, picture }: PixelView, layer: StoredLayer): Promise<Uint8Array> {
  const { rect: own, data } = await unpackAlpha({ rect: layer.rect, png: layer.alpha });
  const toFrame = spreadOver(rect, picture);
  return new Uint8Array(picture.width * picture.height).map((_, i) => {
    const [x, y] = mapPoint(toFrame, centreOf(i, picture.width)) ?? [0, 0];
    const [column, row] = [Math.floor(x) - own.x, Math.floor(y) - own.y];
    const isInside = column >= 0 && row >= 0 && column < own.width && row < own.height;
    return isInside ? (data[row * own.width + column] ?? 0) : 0;
  });
}

type Way = {
  readonly matrix: Homography;
  /** Set to 0 where the target shows nothing. */
  readonly weight: Uint8Array;
};

/** The target on the source's grid. */
function broughtBack(target: PixelView, source: PixelView, { matrix, weight }: Way): Picture {
  const { width, height } = source.picture;
  const moved = makePicture({ width, height, channels: 3, depth: 8 });
  const back = invert(spreadOver(target.rect, target.picture));
  const way = back && compose(back, compose(matrix, spreadOver(source.rect, source.picture)));
  for (let i = 0; i < weight.length; i += 1) {
    const at = way && mapPoint(way, centreOf(i, width));
    if (!at || !sampleInto(target.picture, at, { to: moved.data, index: i * 3 })) weight[i] = 0;
  }
  return moved;
}

/** Between four samples. @returns whether there are any */
function sampleInto(
  { width, height, channels, data }: Picture,
  [x, y]: readonly [number, number],
  { to, index }: { readonly to: Picture['data']; readonly index: number },
): boolean {
  const [left, top] = [x - 0.5, y - 0.5];
  if (left < -0.5 || top < -0.5 || left > width - 0.5 || top > height - 0.5) return false;
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [fx, fy] = [left - x0, top - y0];
  const at = (column: number, row: number, channel: number) => {
    const inX = Math.max(0, Math.min(width - 1, column));
    const inY = Math.max(0, Math.min(height - 1, row));
    return data[(inY * width + inX) * channels + channel] ?? 0;
  };
  for (let c = 0; c < 3; c += 1) {
    const upper = at(x0, y0, c) * (1 - fx) + at(x0 + 1, y0, c) * fx;
    const lower = at(x0, y0 + 1, c) * (1 - fx) + at(x0 + 1, y0 + 1, c) * fx;
    to[index + c] = upper * (1 - fy) + lower * fy + 0.5;
  }
  return true;
}

function likenessOf(one: Picture, other: Picture, weight: Uint8Array): Likeness {
  const distance = deltaE(one, other);
  let [sum, count] = [0, 0];
  for (let i = 0; i < weight.length; i += 1) {
    sum += (distance[i] ?? 0) * (weight[i] ?? 0);
    count += weight[i] ?? 0;
  }
  const { width, height } = one;
  const ssim = measureSsim({ width, height, one: luma601(one), other: luma601(other), weight });
  return { deltaE: sum / Math.max(1, count), ssim };
}

function countOf(weight: Uint8Array): number {
  return weight.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
}

function centreOf(index: number, width: number): readonly [number, number] {
  return [(index % width) + 0.5, Math.floor(index / width) + 0.5];
}
