import { compose, type Homography, invert, mapPoint, type PixelRect } from '@pinpaint/domain';
import { type GreyView, sampleGrey } from './greyView.ts';

export type Correlation = {
  /** −1…1: how alike the two are but for brightness and contrast. */
  readonly correlation: number;
  /** Of the samples, those that lie in the target's view. */
  readonly insideShare: number;
};

type Pair = { readonly source: GreyView; readonly target: GreyView };

/** As many samples across as are looked at; a thing is as like in so many as in more. */
const samplesAcross = 96;
/** Detail is what differs from the mean of so many samples to each side: light that falls off is alike everywhere. */
const detailSamples = 6;

/**
 * Normalised cross-correlation of the detail in `rect` with that where the map takes it; everything in frame
 * space. Both are sampled by the same grid, so the detail of both is of the same size.
 */
export function correlate({ source, target }: Pair, h: Homography, rect: PixelRect): Correlation {
  const [toSource, toTarget] = [invert(source.toFrame), invert(target.toFrame)];
  if (!toSource || !toTarget) return { correlation: 0, insideShare: 0 };
  const grid = gridOver(rect);
  const from = sampled(source, toSource, grid);
  const to = sampled(target, compose(toTarget, h), grid);
  const [a, b] = [detailOf(from, grid), detailOf(to, grid)];
  const pairs: [number, number][] = [];
  let count = 0;
  for (let i = 0; i < from.length; i += 1) {
    if (Number.isNaN(from[i])) continue;
    count += 1;
    if (!Number.isNaN(to[i])) pairs.push([a[i] ?? 0, b[i] ?? 0]);
  }
  return { correlation: correlationOf(pairs), insideShare: pairs.length / Math.max(1, count) };
}

type Grid = {
  readonly rect: PixelRect;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
};

function gridOver(rect: PixelRect): Grid {
  const step = Math.max(rect.width, rect.height) / samplesAcross;
  return {
    rect,
    step,
    columns: Math.max(1, Math.floor(rect.width / step)),
    rows: Math.max(1, Math.floor(rect.height / step)),
  };
}

/** NaN where the view has nothing. */
function sampled(view: GreyView, way: Homography, { rect, step, columns, rows }: Grid): Float32Array {
  return new Float32Array(columns * rows).map((_, i) => {
    const [x, y] = [rect.x + ((i % columns) + 0.5) * step, rect.y + (Math.floor(i / columns) + 0.5) * step];
    const at = mapPoint(way, [x, y]);
    return at ? sampleGrey(view, at[0], at[1]) : Number.NaN;
  });
}

function detailOf(values: Float32Array, { columns, rows }: Grid): Float32Array {
  return values.map(
    (value, i) => value - meanAround(values, { x: i % columns, y: Math.floor(i / columns), columns, rows }),
  );
}

type Spot = { readonly x: number; readonly y: number; readonly columns: number; readonly rows: number };

function meanAround(values: Float32Array, { x, y, columns, rows }: Spot): number {
  let [sum, count] = [0, 0];
  for (let row = Math.max(0, y - detailSamples); row <= Math.min(rows - 1, y + detailSamples); row += 1) {
    for (let at = Math.max(0, x - detailSamples); at <= Math.min(columns - 1, x + detailSamples); at += 1) {
      const value = values[row * columns + at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
  }
  return count > 0 ? sum / count : 0;
}

/** Pearson's; 0 where one of the two does not vary at all. */
function correlationOf(pairs: readonly (readonly [number, number])[]): number {
  const n = Math.max(1, pairs.length);
  const meanA = pairs.reduce((sum, [a]) => sum + a, 0) / n;
  const meanB = pairs.reduce((sum, [, b]) => sum + b, 0) / n;
  let [ab, aa, bb] = [0, 0, 0];
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
