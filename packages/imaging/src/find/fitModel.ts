import { type FindModel, type Homography, identity, mapPoint, translation } from '@pinpaint/domain';
import type { Match } from './features.ts';
import type { Agreed } from './fitHomography.ts';

export type Fitted = {
  readonly model: FindModel;
  readonly matrix: Homography;
  /** Root of the mean square distance between where the inliers are and where the map has them. */
  readonly errorPx: number;
};

/** A feature is placed no better than this, so a simpler map that is so near is as true, and less is read into noise. */
const featurePx = 0.7;
const asGood = 1.25;

/** The simplest map that explains the inliers about as well as the freest one does. */
export function pickModel({ inliers, homography }: Agreed, pixelPx: number): Fitted {
  const free: Fitted = { model: 'homography', matrix: homography, errorPx: errorOf(inliers, homography) };
  const good = Math.max(featurePx * pixelPx, free.errorPx * asGood);
  const simpler: readonly Fitted[] = [fitTranslation(inliers), fitSimilarity(inliers)];
  return simpler.find(({ errorPx }) => errorPx <= good) ?? free;
}

function errorOf(matches: readonly Match[], h: Homography): number {
  const squares = matches.map(({ from, to }) => {
    const at = mapPoint(h, from);
    return at ? (at[0] - to[0]) ** 2 + (at[1] - to[1]) ** 2 : Number.POSITIVE_INFINITY;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length));
}

function fitTranslation(matches: readonly Match[]): Fitted {
  const [dx, dy] = [
    median(matches.map((m) => m.to[0] - m.from[0])),
    median(matches.map((m) => m.to[1] - m.from[1])),
  ];
  const matrix = translation(dx, dy);
  return { model: 'translation', matrix, errorPx: errorOf(matches, matrix) };
}

/** Least squares (Umeyama 1991, in the plane): turn, scale and shift, never a flip. */
function fitSimilarity(matches: readonly Match[]): Fitted {
  const n = Math.max(1, matches.length);
  const mean = (of: (m: Match) => number) => matches.reduce((sum, m) => sum + of(m), 0) / n;
  const [fx, fy] = [mean((m) => m.from[0]), mean((m) => m.from[1])];
  const [tx, ty] = [mean((m) => m.to[0]), mean((m) => m.to[1])];
  let [dot, cross, square] = [0, 0, 0];
  for (const { from, to } of matches) {
    const [ax, ay, bx, by] = [from[0] - fx, from[1] - fy, to[0] - tx, to[1] - ty];
    dot += ax * bx + ay * by;
    cross += ax * by - ay * bx;
    square += ax * ax + ay * ay;
  }
  if (square === 0) return { model: 'similarity', matrix: identity, errorPx: Number.POSITIVE_INFINITY };
  const [c, s] = [dot / square, cross / square];
  const matrix: Homography = [c, -s, tx - c * fx + s * fy, s, c, ty - s * fx - c * fy, 0, 0, 1];
  return { model: 'similarity', matrix, errorPx: errorOf(matches, matrix) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}
