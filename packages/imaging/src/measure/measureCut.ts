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
    const read = edgeReader(plane, beside({ cos, sin, lengthPx }));
    for (let y = 0; y < plane.height; y += startPx) {
      for (let x = 0; x < plane.width; x += startPx) {
        if (plane.area[y * plane.width + x] !== 1) continue;
        const edge = read(x, y);
        if (edge) yield { x, y, cos, sin, lengthPx, ...edge };
      }
    }
  }
}

type Way = Pick<Edge, 'x' | 'y' | 'cos' | 'sin' | 'lengthPx'>;

/** Where what lies to both sides of a way is, from its beginning: x, y of one and x, y of the other, place by place. */
function beside({ cos, sin, lengthPx }: Pick<Way, 'cos' | 'sin' | 'lengthPx'>): Int32Array {
  const places: number[] = [];
  for (let t = 0; t <= lengthPx; t += stepPx) {
    for (const by of [besidePx, -besidePx])
      places.push(Math.round(t * cos - by * sin), Math.round(t * sin + by * cos));
  }
  return Int32Array.from(places);
}

/** −1 where there is nothing of the area. */
function indexAt({ area, width, height }: Plane, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return -1;
  const at = y * width + x;
  return area[at] === 1 ? at : -1;
}

/** Reads the edge that begins at a pixel; null where it leaves the area or its sides are alike. */
function edgeReader(plane: Plane, places: Int32Array) {
  const { means } = plane;
  const count = places.length / 4;
  const differences = new Float32Array(3 * count);
  /** The last place first: where it leaves the area it mostly does so there. */
  const readAll = (x: number, y: number): boolean => {
    for (let k = count - 1; k >= 0; k -= 1) {
      const one = indexAt(plane, x + (places[4 * k] ?? 0), y + (places[4 * k + 1] ?? 0));
      if (one < 0) return false;
      const other = indexAt(plane, x + (places[4 * k + 2] ?? 0), y + (places[4 * k + 3] ?? 0));
      if (other < 0) return false;
      for (let c = 0; c < 3; c += 1)
        differences[3 * k + c] = (means[3 * one + c] ?? 0) - (means[3 * other + c] ?? 0);
    }
    return true;
  };
  return (x: number, y: number): Pick<Edge, 'towards' | 'contrast'> | null => {
    if (!readAll(x, y)) return null;
    let [r, g, b] = [0, 0, 0];
    for (let k = 0; k < differences.length; k += 3) {
      r += differences[k] ?? 0;
      g += differences[k + 1] ?? 0;
      b += differences[k + 2] ?? 0;
    }
    const size = Math.sqrt(r * r + g * g + b * b);
    if (size < leastContrast * count) return null;
    const towards = [r / size, g / size, b / size];
    return { towards, contrast: weakestQuarter(differences, towards) };
  };
}

function weakestQuarter(differences: Float32Array, [r = 0, g = 0, b = 0]: readonly number[]): number {
  const count = differences.length / 3;
  const each = Math.ceil(count / 4);
  let weakest = Number.POSITIVE_INFINITY;
  for (let from = 0; from < count; from += each) {
    const to = Math.min(count, from + each);
    let along = 0;
    for (let k = 3 * from; k < 3 * to; k += 3)
      along += (differences[k] ?? 0) * r + (differences[k + 1] ?? 0) * g + (differences[k + 2] ?? 0) * b;
    weakest = Math.min(weakest, along / (to - from));
  }
  return weakest;
}

type Spot = { readonly t: number; readonly by: number };

/** Of the colours to both sides of a place on the line that a way is part of, or beside it, where both are there. */
function addDifference(plane: Plane, { x, y, cos, sin }: Way, { t, by }: Spot, to: number[]): void {
  const { means } = plane;
  const at = (beside: number): number =>
    indexAt(plane, Math.round(x + t * cos - beside * sin), Math.round(y + t * sin + beside * cos));
  const [one, other] = [at(by + besidePx), at(by - besidePx)];
  if (one < 0 || other < 0) return;
  for (let c = 0; c < 3; c += 1) to.push((means[one * 3 + c] ?? 0) - (means[other * 3 + c] ?? 0));
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
