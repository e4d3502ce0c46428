import { boxMean } from './boxMean.ts';
import { type Scene, within } from './scene.ts';

const directions = 18;
/** How long an edge has to be, as a share of the square root of what was touched, and at least. */
const lengthShare = 0.55;
const shortestPx = 16;
/** Colours are compared so far off the edge on either side, each the mean of five pixels square: leaves are texture. */
const besidePx = 3;
const radiusPx = 2;
/** Along an edge every second pixel is looked at; beyond its ends so many, in a strip so wide, for where it goes on. */
const stepPx = 2;
const beyondSamples = 8;
const beyondReachPx = 400;
const beyondOffsets = [-4, -2, 0, 2, 4];
/** It goes on where so much of its contrast does. */
const goesOnShare = 0.4;
/** Weaker edges are not looked into. 8-bit steps of RGB distance. */
const leastContrast = 8;
/** Of a larger area only every so many-th pixel begins an edge. */
const mostStarts = 64;

/**
 * Cut: the contrast of the strongest long straight edge within what was touched that goes on at neither end into
 * what was not: where one copied piece ends against another. Its contrast is that of its weakest quarter, so that
 * nothing short counts; 8-bit steps of RGB distance, 0 where there is none. A thing that truly stands there alone
 * has such edges as well. null where the area is too small for any.
 */
export function measureCut(scene: Scene): number | null {
  const { after, width, height } = scene;
  const [inside, around] = [within(scene.depth, 1, Number.POSITIVE_INFINITY), within(scene.away, 1, 64)];
  const side = Math.sqrt(inside.reduce((sum, one) => sum + one, 0));
  const lengthPx = Math.max(shortestPx, Math.round(lengthShare * side));
  if (side < lengthPx) return null;
  const box = { width, height, channels: 3, radiusPx };
  const planeOf = (area: Uint8Array): Plane => ({
    area,
    width,
    height,
    means: boxMean(after.rgb, area, box),
  });
  const [fill, rest] = [planeOf(inside), planeOf(around)];
  let worst = 0;
  for (const edge of edgesIn(fill, lengthPx, Math.max(1, Math.round(side / mostStarts)))) {
    if (edge.contrast > worst && !goesOn(edge, rest)) worst = edge.contrast;
  }
  return worst;
}

type Plane = {
  /** 1 each: where there is anything. */
  readonly area: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly means: Float32Array;
};

type Edge = {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly lengthPx: number;
  readonly contrast: number;
  /** Between its two sides, of length 1. */
  readonly towards: readonly number[];
};

function* edgesIn(plane: Plane, lengthPx: number, startPx: number): Generator<Edge> {
  for (let k = 0; k < directions; k += 1) {
    const [cos, sin] = [Math.cos((k * Math.PI) / directions), Math.sin((k * Math.PI) / directions)];
    for (let y = 0; y < plane.height; y += startPx) {
      for (let x = 0; x < plane.width; x += startPx) {
        if (plane.area[y * plane.width + x] !== 1) continue;
        const edge = edgeFrom(plane, { x, y, cos, sin, lengthPx });
        if (edge) yield edge;
      }
    }
  }
}

type Way = Pick<Edge, 'x' | 'y' | 'cos' | 'sin' | 'lengthPx'>;

/** null where it leaves the area or its sides are alike. */
function edgeFrom(plane: Plane, way: Way): Edge | null {
  const differences: number[] = [];
  const sum = [0, 0, 0];
  for (let t = 0; t <= way.lengthPx; t += stepPx) {
    if (!addDifference(plane, way, { t, by: 0 }, differences)) return null;
    for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] ?? 0) + (differences.at(c - 3) ?? 0);
  }
  const size = Math.hypot(...sum);
  const count = differences.length / 3;
  if (size < leastContrast * count) return null;
  const towards = sum.map((value) => value / size);
  return { ...way, towards, contrast: weakestQuarter(differences, towards) };
}

function weakestQuarter(differences: readonly number[], towards: readonly number[]): number {
  const count = differences.length / 3;
  const each = Math.ceil(count / 4);
  let weakest = Number.POSITIVE_INFINITY;
  for (let from = 0; from < count; from += each) {
    const to = Math.min(count, from + each);
    let along = 0;
    for (let k = 3 * from; k < 3 * to; k += 1) along += (differences[k] ?? 0) * (towards[k % 3] ?? 0);
    weakest = Math.min(weakest, along / (to - from));
  }
  return weakest;
}

type Spot = { readonly t: number; readonly by: number };

/** Of the colours to both sides of a place along a way, or beside it. @returns whether both are there */
function addDifference(
  { area, means, width, height }: Plane,
  { x, y, cos, sin }: Way,
  { t, by }: Spot,
  to: number[],
): boolean {
  const at = (beside: number): number => {
    const px = Math.round(x + t * cos - beside * sin);
    const py = Math.round(y + t * sin + beside * cos);
    return px < 0 || py < 0 || px >= width || py >= height ? -1 : py * width + px;
  };
  const [one, other] = [at(by + besidePx), at(by - besidePx)];
  if (one < 0 || other < 0 || area[one] !== 1 || area[other] !== 1) return false;
  for (let c = 0; c < 3; c += 1) to.push((means[one * 3 + c] ?? 0) - (means[other * 3 + c] ?? 0));
  return true;
}

/** Whether the same line is an edge just where the untouched begins, whatever its sides' colours. */
function goesOn(edge: Edge, rest: Plane): boolean {
  return [1, -1].some((side) =>
    beyondOffsets.some((by) => {
      const differences: number[] = [];
      for (let far = 0; far < beyondReachPx && differences.length < 3 * beyondSamples; far += stepPx) {
        const t = side === 1 ? edge.lengthPx + far : -far;
        addDifference(rest, edge, { t, by }, differences);
      }
      if (differences.length < 15) return false;
      return meanAlong(differences, edge.towards) > goesOnShare * edge.contrast;
    }),
  );
}

function meanAlong(differences: readonly number[], towards: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < differences.length; k += 3) {
    const along = [0, 1, 2].reduce((all, c) => all + (differences[k + c] ?? 0) * (towards[c] ?? 0), 0);
    sum += Math.abs(along);
  }
  return (3 * sum) / differences.length;
}
