import {
  type FindModel,
  type FindWay,
  type Homography,
  inflateRect,
  intersectRects,
  isTranslation,
  type LeftOutCode,
  type PixelRect,
  rectArea,
  translation,
} from '@pinpaint/domain';
import type CV from '@techstark/opencv-js';
import { once } from '../once.ts';
import type { PixelReader } from '../select/pixelReader.ts';
import { blur, detailIn, spreadIn } from './blur.ts';
import { findByFeatures, findByTemplate, isBelieved, type Place, pixelOf, type Views } from './findPlace.ts';
import { readGrey } from './greyView.ts';
import { limits, viewPixels } from './limits.ts';
import { openCv } from './openCv.ts';
import { polish } from './polish.ts';
import { carriedBounds, secondPlace } from './secondPlace.ts';

/** A picture that can be looked into, and what it covers. */
export type Looked = { readonly reader: PixelReader; readonly bounds: PixelRect };

export type FindWish = {
  readonly source: Looked;
  readonly target: Looked;
  /** The rectangle that holds the region, in the source's frame space. */
  readonly area: PixelRect;
};

type FindFigures = {
  readonly inliers: number;
  readonly inlierShare: number;
  readonly errorPx: number;
  readonly correlation: number;
  readonly secondBest: number;
};

export type Finding =
  | {
      readonly found: true;
      readonly way: FindWay;
      readonly model: FindModel;
      /** From the source's frame space to the target's. */
      readonly matrix: Homography;
      readonly figures: FindFigures;
    }
  | { readonly found: false; readonly reason: LeftOutCode; readonly figures: FindFigures | null };

/**
 * Finds again in one picture what lies in a part of another one: by ORB features and a homography, else by its
 * look alone. What is not sure is left out with a reason; nothing is ever guessed.
 */
export async function findRegion(wish: FindWish): Promise<Finding> {
  const cv = await openCv();
  const around = aroundOf(wish);
  if (!around) return leftOut('series.not-found');
  const coarse = await readViews(wish, around.context, wish.target.bounds);
  if (spreadIn(coarse.source, around.ring) < limits.plainSpread) return leftOut('series.plain');
  const search = { ...coarse, ring: around.ring, area: around.area };
  const first = findByFeatures(cv, search) ?? findByTemplate(cv, search);
  const rough =
    first && !isBelieved(first) && first.way === 'features'
      ? better(first, findByTemplate(cv, search))
      : first;
  if (!rough) return leftOut('series.not-found');
  const place = await refine(cv, { wish, around, rough, coarse });
  const figures = { ...figuresOf(place), secondBest: 0 };
  if (place.insideShare < limits.insideShare && place.correlation >= limits.correlation)
    return leftOut('series.partly-outside', figures);
  if (!isBelieved(place)) return leftOut('series.not-found', figures);
  const secondBest = secondPlace(cv, search, place);
  const all = { ...figures, secondBest };
  if (secondBest > place.correlation - limits.nearlyAsWell) return leftOut('series.ambiguous', all);
  return { found: true, way: place.way, model: place.model, matrix: settled(place.matrix), figures: all };
}

function leftOut(reason: LeftOutCode, figures: FindFigures | null = null): Finding {
  return { found: false, reason, figures };
}

function better(a: Place, b: Place | null): Place {
  return b && isBelieved(b) ? b : a;
}

type Around = {
  /** What of the region lies in the picture. */
  readonly area: PixelRect;
  /** With what touches it: a thing is known by its edge. */
  readonly ring: PixelRect;
  /** With what lies about it. */
  readonly context: PixelRect;
};

function aroundOf({ source, area: wanted }: FindWish): Around | null {
  const area = intersectRects(wanted, source.bounds);
  if (!area) return null;
  const grown = (byPx: number) => intersectRects(inflateRect(area, Math.ceil(byPx)), source.bounds) ?? area;
  const [shorter, longer] = [Math.min(area.width, area.height), Math.max(area.width, area.height)];
  return { area, ring: grown(Math.max(8, shorter / 4)), context: grown(Math.max(48, longer * 0.75)) };
}

/** A thing of fewer pixels across than this in the coarse view is looked for in a finer one. */
const leastAcross = 96;

async function readViews(
  { source, target }: Pick<FindWish, 'source' | 'target'>,
  context: PixelRect,
  part: PixelRect,
): Promise<Views> {
  const coarsePx = Math.sqrt(rectArea(part) / viewPixels.target);
  const isSmall = Math.max(context.width, context.height) / Math.max(1, coarsePx) < leastAcross * 2;
  const large = await readGrey(target.reader, part, isSmall ? viewPixels.fineTarget : viewPixels.target);
  const pixelPx = pixelOf(large);
  const wanted = Math.min(viewPixels.source, rectArea(context) / (pixelPx * pixelPx));
  const small = await readGrey(source.reader, context, wanted);
  const smooth = blur(large);
  return { source: blur(small), target: smooth, detail: once(() => detailIn(smooth)) };
}

type Refine = {
  readonly wish: FindWish;
  readonly around: Around;
  readonly rough: Place;
  readonly coarse: Views;
};

/** Looks again, closer, at where a first look through a shrunk picture has led. */
async function refine(cv: typeof CV, { wish, around, rough, coarse }: Refine): Promise<Place> {
  const { ring } = around;
  if (pixelOf(coarse.target) <= 1) return polish(cv, coarse, { place: rough, ring });
  const near = carriedBounds(around.context, rough, wish.target.bounds);
  if (!near) return rough;
  const margin = Math.ceil(8 * pixelOf(coarse.target));
  const part = intersectRects(inflateRect(near, margin), wish.target.bounds) ?? near;
  const fine = await readViews(wish, around.context, part);
  const search = { ...fine, ring };
  const closer = rough.way === 'features' ? findByFeatures(cv, search) : findByTemplate(cv, search);
  return polish(cv, fine, { place: closer && isBelieved(closer) ? closer : rough, ring });
}

function figuresOf({ inliers, inlierShare, errorPx, correlation }: Place): Omit<FindFigures, 'secondBest'> {
  return { inliers, inlierShare, errorPx, correlation };
}

/** Frames that were cut from one picture are whole pixels apart, and features are off by less than half of one. */
const nearlyWhole = 0.25;

function settled(matrix: Homography): Homography {
  if (!isTranslation(matrix)) return matrix;
  const whole = (value: number) =>
    Math.abs(value - Math.round(value)) < nearlyWhole ? Math.round(value) : value;
  return translation(whole(matrix[2]), whole(matrix[5]));
}
