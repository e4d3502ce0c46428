import type { EditFigure } from '@pinpaint/imaging';
import { createRandom } from '../../random.ts';
import type { BlobHole } from '../blobHoles.ts';
import { type Rgb, rgb } from '../raster.ts';
import { blurred, boundsOf, clamp, mapped, within } from './rasterMath.ts';

/**
 * Made pictures whose truth is known: `before` has a thing where the hole is, `good` is the picture as it would be
 * had the thing never been there, and each defect spoils it in one way.
 */
export type MadeCase = { readonly before: Rgb; readonly good: Rgb; readonly bad: Rgb };

type Place = BlobHole & { readonly depth: Float32Array; readonly thing: Rgb };

export const defects: Readonly<Record<EditFigure, (place: Place) => MadeCase>> = {
  /** The fill is brighter by 10 steps. */
  seam: (place) => spoilt(place, (value) => value + 10),
  /** Lit as by a lamp, and as by a stencil. */
  stretch: stencilled,
  /** A quarter of the thing shines through. */
  ghost: (place) => spoilt(place, (value, at) => 0.75 * value + 0.25 * (place.thing.data[at] ?? 0)),
  /** The thing's own colour at the border, half of it and fading over 5 pixels. */
  rim: rimOf,
  repetition: tiledOf,
  copies: copiedThing,
  light: flippedLight,
  /** What lies in the hole slid 6 pixels down and as many to the right. */
  breaks: shifted,
  horizon: shiftedHorizon,
  /** Half of the hole shows a piece from elsewhere, which ends in a straight line. */
  cut: cutPiece,
  grain: noiseFree,
  /** A Gaussian of 1.6 pixels. */
  blur: (place) => ({
    before: place.thing,
    good: place.truth,
    bad: within(place, blurred(place.truth, 1.6)),
  }),
};

/** @param from where the thing in the hole is taken from: another picture, so that nothing of it is like this one */
export function withThing(hole: BlobHole, from: Rgb, depth: Float32Array): Place {
  const data = hole.truth.data.slice();
  const { width, height } = hole.truth;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      // As a region is drawn: round the thing, and grown by some pixels.
      if ((depth[at] ?? 0) < 5) continue;
      const source = ((y % from.height) * from.width + (x % from.width)) * 3;
      for (let c = 0; c < 3; c++) data[at * 3 + c] = from.data[source + c] ?? 0;
    }
  }
  return { ...hole, depth, thing: rgb(width, height, data) };
}

function spoilt(place: Place, change: (value: number, at: number) => number): MadeCase {
  const { truth, mask } = place;
  const data = truth.data.slice();
  for (let at = 0; at < data.length; at++) {
    if (mask.data[Math.floor(at / 3)] !== 0) data[at] = clamp(change(truth.data[at] ?? 0, at));
  }
  return { before: place.thing, good: truth, bad: rgb(truth.width, truth.height, data) };
}

function stencilled(place: Place): MadeCase {
  const widePx = 0.6 * place.depth.reduce((most, one) => Math.max(most, one), 1);
  const lit = (shareAt: (pixel: number) => number): Rgb =>
    spoilt(place, (value, at) => value * (1 + 0.3 * shareAt(Math.floor(at / 3)))).bad;
  const lamp = lit((pixel) => {
    const t = Math.min(1, (place.depth[pixel] ?? 0) / widePx);
    return t * t * (3 - 2 * t);
  });
  return { before: place.truth, good: lamp, bad: lit(() => 1) };
}

function rimOf(place: Place): MadeCase {
  const soft = blurred(place.thing, 6);
  const width = place.truth.width;
  return spoilt(place, (value, at) => {
    const pixel = Math.floor(at / 3);
    const depth = place.depth[pixel] ?? 0;
    const share = 0.5 * Math.max(0, 1 - (depth - 1) / 5);
    return value + share * ((soft.data[deeper(place, pixel, width) * 3 + (at % 3)] ?? 0) - value);
  });
}

/** A pixel of the thing not far from one at its rim: some pixels up the slope of depth. */
function deeper({ depth }: Place, pixel: number, width: number): number {
  let at = pixel;
  for (let step = 0; step < 12; step++) {
    const beside = [at - 1, at + 1, at - width, at + width];
    at = beside.reduce((best, next) => ((depth[next] ?? 0) > (depth[best] ?? 0) ? next : best), at);
  }
  return at;
}

/** A thing that there is only one of stands beside the hole, and in the spoilt one in the hole too. */
function copiedThing(place: Place): MadeCase {
  const { truth, mask } = place;
  const [left, right, top] = boundsOf(mask);
  const radius = Math.min(40, (right - left) / 3);
  const from = [left > truth.width - right ? left / 2 : (right + truth.width) / 2, truth.height / 2] as const;
  const to = [(left + right) / 2, top + (right - left) / 2] as const;
  const [dx, dy] = [Math.round(to[0] - from[0]), Math.round(to[1] - from[1])];
  const isNear = (x: number, y: number, [cx, cy]: readonly [number, number]): boolean =>
    Math.hypot(x - cx, y - cy) < radius;
  const thing = (x: number, y: number): number =>
    128 + 110 * Math.sin(x / 5 + Math.sin(y / 7)) * Math.cos(y / 6);
  const draw = (isTwice: boolean): Rgb => {
    const data = truth.data.slice();
    for (let i = 0; i < mask.data.length; i++) {
      const [x, y] = [i % truth.width, Math.floor(i / truth.width)];
      const isCopy = isTwice && mask.data[i] !== 0 && isNear(x - dx, y - dy, from);
      if (!isCopy && (mask.data[i] !== 0 || !isNear(x, y, from))) continue;
      const value = isCopy ? thing(x - dx, y - dy) : thing(x, y);
      data.set([clamp(value), clamp(0.2 * value), clamp(220 - 0.3 * value)], i * 3);
    }
    return rgb(truth.width, truth.height, data);
  };
  return { before: place.thing, good: draw(false), bad: draw(true) };
}

/** One square from beside the hole, again and again. */
function tiledOf(place: Place): MadeCase {
  const { truth, mask } = place;
  const side = 40;
  const [left, , top] = boundsOf(mask);
  return drawnIn(place, (x, y, c) => {
    const [sx, sy] = [Math.max(0, left - side) + (x % side), top + (y % side)];
    return truth.data[(sy * truth.width + sx) * 3 + c] ?? 0;
  });
}

function shifted(place: Place): MadeCase {
  const { truth } = place;
  return drawnIn(place, (x, y, c) => {
    const [sx, sy] = [Math.max(0, x - 6), Math.max(0, y - 6)];
    return truth.data[(sy * truth.width + sx) * 3 + c] ?? 0;
  });
}

/** A straight edge right across: above it all is brighter. In the spoilt one it slid by 6 pixels within the hole. */
function shiftedHorizon(place: Place): MadeCase {
  const random = createRandom(place.request.seed + place.truth.data.length);
  const angle = (random() - 0.5) * 2;
  const [left, right, top] = boundsOf(place.mask);
  const [cx, cy] = [(left + right) / 2, top + (right - left) / 2];
  const good = place.truth;
  const step = (x: number, y: number, by: number): number =>
    (x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle) < by ? 32 : -16;
  const withEdge = mapped(good, (value, x, y) => clamp(0.75 * value + 24 + step(x, y, 0)));
  const slid = mapped(good, (value, x, y) => clamp(0.75 * value + 24 + step(x, y, 6)));
  return { before: place.thing, good: withEdge, bad: within({ ...place, truth: withEdge }, slid) };
}

/** A light from the left over all of it; the spoilt one has it from the right within the hole. */
function flippedLight(place: Place): MadeCase {
  const { truth, mask } = place;
  const [left, right] = boundsOf(mask);
  const lit = (value: number, x: number, side: 1 | -1): number => {
    const turn = (x - (left + right) / 2) / Math.max(1, right - left);
    return clamp(value * 2 ** (-1.2 * side * Math.max(-0.8, Math.min(0.8, turn))));
  };
  const good = mapped(truth, (value, x) => lit(value, x, 1));
  const flipped = mapped(truth, (value, x) => lit(value, x, -1));
  return { before: place.thing, good, bad: within({ ...place, truth: good }, flipped) };
}

/** Of forty places the one most unlike what is there; towards the border it fades, so that the straight line alone is new. */
function cutPiece(place: Place): MadeCase {
  const { truth, mask, depth } = place;
  const random = createRandom(11 + truth.data.length + depth.length);
  const [left, right, top] = boundsOf(mask);
  const [cx, cy] = [(left + right) / 2, top + (right - left) / 2];
  const turn = 2 * Math.PI * random();
  const isBeyond = (x: number, y: number): boolean =>
    (x - cx) * Math.cos(turn) + (y - cy) * Math.sin(turn) >= 0;
  const shifts = Array.from({ length: 40 }, () => [
    Math.round((random() - 0.5) * truth.width),
    Math.round((random() - 0.5) * truth.height),
  ]);
  const sample = (x: number, y: number, c: number): number => truth.data[(y * truth.width + x) * 3 + c] ?? 0;
  const differs = ([dx = 0, dy = 0]: readonly number[]): number => {
    const sums = [0, 0, 0];
    for (let i = 0; i < mask.data.length; i += 7) {
      const [x, y] = [i % truth.width, Math.floor(i / truth.width)];
      if (mask.data[i] === 0 || !isBeyond(x, y)) continue;
      const [sx, sy] = [x + dx, y + dy];
      const isFree = sx >= 0 && sy >= 0 && sx < truth.width && sy < truth.height;
      if (!isFree || mask.data[sy * truth.width + sx] !== 0) return -1;
      for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + sample(sx, sy, c) - sample(x, y, c);
    }
    return Math.hypot(...sums);
  };
  const [dx = 0, dy = 0] = shifts.toSorted((a, b) => differs(b) - differs(a))[0] ?? [];
  return spoilt(place, (value, at) => {
    const pixel = Math.floor(at / 3);
    const [x, y] = [pixel % truth.width, Math.floor(pixel / truth.width)];
    if (!isBeyond(x, y)) return value;
    const share = Math.min(1, Math.max(0, ((depth[pixel] ?? 0) - 2) / 12));
    return value + share * (sample(x + dx, y + dy, at % 3) - value);
  });
}

/** Film-like grain of 4 steps over all of it; the spoilt one has none within the hole. */
function noiseFree(place: Place): MadeCase {
  const random = createRandom(7);
  const calm = blurred(place.truth, 0.8);
  const grainy = mapped(calm, (value) => clamp(value + 4 * 1.73 * (random() + random() + random() - 1.5)));
  return { before: place.thing, good: grainy, bad: within({ ...place, truth: grainy }, calm) };
}

function drawnIn(place: Place, sample: (x: number, y: number, c: number) => number): MadeCase {
  const { truth } = place;
  const bad = spoilt(place, (_, at) => {
    const pixel = Math.floor(at / 3);
    return sample(pixel % truth.width, Math.floor(pixel / truth.width), at % 3);
  });
  return bad;
}
