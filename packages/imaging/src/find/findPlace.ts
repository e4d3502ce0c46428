import { type FindModel, type Homography, mapPoint, type PixelRect } from '@pinpaint/domain';
import type CV from '@techstark/opencv-js';
import { detailIn } from './blur.ts';
import { correlate } from './correlate.ts';
import { type Match, matchFeatures } from './features.ts';
import { fitHomography } from './fitHomography.ts';
import { pickModel } from './fitModel.ts';
import type { GreyView } from './greyView.ts';
import { isSound } from './isSound.ts';
import { limits } from './limits.ts';
import { resample } from './resample.ts';
import { bestPeak } from './template.ts';

/** Both blurred a little, since what is compared is form and not noise. */
export type Views = {
  readonly source: GreyView;
  readonly target: GreyView;
  /** Of the target, for sliding things over it. */
  readonly detail: () => GreyView;
};

export type Place = {
  readonly way: 'features' | 'template';
  readonly model: FindModel;
  /** From the source's frame space to the target's. */
  readonly matrix: Homography;
  readonly inliers: number;
  readonly inlierShare: number;
  /** Of the inliers, in pixels of the target's frame. */
  readonly errorPx: number;
  readonly correlation: number;
  readonly insideShare: number;
};

export type PlaceWish = Views & {
  /** The region with a ring around it: what has to be alike. */
  readonly ring: PixelRect;
  /** Of the target: 0 where nothing shall be found. */
  readonly mask?: Uint8Array | null;
};

/** By features of the region, or of the region with its surroundings, whichever is more alike in the end. */
export function findByFeatures(cv: typeof CV, wish: PlaceWish): Place | null {
  const matches = matchFeatures(cv, wish);
  const own = matches.filter(({ from }) => isIn(wish.ring, from));
  const places = [own, matches].map((pool) => placeOf(cv, wish, pool)).filter((place) => place !== null);
  return places.toSorted((a, b) => b.correlation - a.correlation)[0] ?? null;
}

function placeOf(cv: typeof CV, wish: PlaceWish, matches: readonly Match[]): Place | null {
  const pixelPx = pixelOf(wish.target);
  const agreed = fitHomography(cv, matches, pixelPx);
  if (!agreed) return null;
  const { model, matrix, errorPx } = pickModel(agreed, pixelPx);
  if (!isSound(matrix, wish.ring)) return null;
  const inliers = agreed.inliers.length;
  const place = {
    way: 'features',
    model,
    matrix,
    inliers,
    inlierShare: inliers / matches.length,
    errorPx,
  } as const;
  return { ...place, ...correlate(wish, matrix, wish.ring) };
}

/** Where features are too few: the same picture a little larger or smaller, never turned. */
const scales = [1, 0.9, 1.1, 0.8, 1.25] as const;
/** Smaller pictures are alike by chance. */
const leastSide = 12;

/** By sliding the region with its ring over the target. */
export function findByTemplate(cv: typeof CV, { source, target, detail, ring }: PlaceWish): Place | null {
  const pixelPx = pixelOf(target);
  const large = detail();
  const found = scales.flatMap((scale) => {
    const width = Math.round((ring.width * scale) / pixelPx);
    const height = Math.round((ring.height * scale) / pixelPx);
    if (Math.min(width, height) < leastSide) return [];
    const small = detailIn(resample(source, ring, { width, height }));
    const peak = bestPeak(cv, { small, large });
    return peak ? [{ peak, width, height }] : [];
  });
  const [best] = found.toSorted((a, b) => b.peak.correlation - a.peak.correlation);
  if (!best) return null;
  const [left, top] = mapPoint(target.toFrame, [best.peak.x, best.peak.y]) ?? [0, 0];
  const [sx, sy] = [(best.width * pixelPx) / ring.width, (best.height * pixelPx) / ring.height];
  const isSame = Math.abs(sx - 1) * ring.width < pixelPx && Math.abs(sy - 1) * ring.height < pixelPx;
  const scale = isSame ? 1 : Math.sqrt(sx * sy);
  const matrix: Homography = [scale, 0, left - scale * ring.x, 0, scale, top - scale * ring.y, 0, 0, 1];
  const model = isSame ? 'translation' : 'similarity';
  const figures = { inliers: 0, inlierShare: 0, errorPx: pixelPx / 2 };
  return { way: 'template', model, matrix, ...figures, ...correlate({ source, target }, matrix, ring) };
}

/** The least correlation that makes a place believable. */
export function isBelieved({ way, correlation }: Pick<Place, 'way' | 'correlation'>): boolean {
  return correlation >= (way === 'features' ? limits.correlation : limits.templateCorrelation);
}

export function pixelOf({ rect, width }: GreyView): number {
  return rect.width / width;
}

function isIn({ x, y, width, height }: PixelRect, [px, py]: readonly [number, number]): boolean {
  return px >= x && py >= y && px < x + width && py < y + height;
}
