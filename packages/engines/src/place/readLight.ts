import { type Surface, surfaceMap } from '@pinpaint/domain';
import { apartFromAround } from './apartFromAround.ts';
import { type Cells, luminances, quantile } from './cells.ts';
import { fillFrom, readBilinear, smooth } from './fillFrom.ts';

/** How the light lies on a surface, cell by cell. */
export type SurfaceLight = {
  /** Luminance of the plain surface, whatever is printed on it or shines on it. */
  readonly surface: Float32Array;
  /** The same where it is well lit: there the artwork has its own brightness, and shade takes from it. */
  readonly lit: number;
  /** 1: this cell shows the plain surface; 0: a letter, a highlight, another thing. */
  readonly plain: Float32Array;
  /** 1: this cell lies under the artwork. */
  readonly inside: Float32Array;
  /** Linear light of the plain surface, its luminance being 1. */
  readonly tone: readonly [number, number, number];
};

/** A deviation from the light around that still is the surface: a fifth of a stop; twice that has no say any more. */
const likelyLog = 0.28;
/** The same of its tone, in shares of red and green. */
const likelyTone = 0.06;
/** Of the surface's longer side: finer than that is no shading but what the surface is made of. */
const finest = 0.012;
/** So much of the surface is darker. The middle of one half in shadow would be the shadow. */
const wellLit = 0.8;
/** Of light that differs by less than this, nobody could say whether it is shade or texture. */
const textureLog = 0.07;
/** Round the artwork: where a label is to cover another wholly, only what lies beside them tells the light. */
export const margin = 0.15;
/** Below that, what a picture shows of light is noise: on black a reflection would count as tenfold light. */
const darkest = 0.006;

/**
 * The shading of what lies under an artwork. A label that stood there before is neither light nor shade: what differs
 * in tone from the surface's own, or stands out from the light around it, has no say, and the light there is what lies
 * round it.
 */
export function readLight(cells: Cells, surface: Surface): SurfaceLight {
  const inside = cellsWithin(cells, surface, 0);
  const seen = cellsWithin(cells, surface, margin);
  const logs = luminances(cells).map((value) => Math.log(value + darkest));
  const { tone, likeness } = readTone(cells, seen);
  const apart = apartFromAround({ values: logs, weights: likeness, inside: seen }, cells);
  const plain = likeness.map((trust, i) => trust * closeness((apart[i] ?? 0) / likelyLog));
  const filled = fillFrom({ values: logs, weights: plain }, cells);
  const luminance = shadingIn(filled, cells).map((log) => Math.max(darkest / 2, Math.exp(log) - darkest));
  const lit = quantile(where(luminance, inside), wellLit);
  return { surface: luminance, lit, plain, inside, tone };
}

/** Smooth, but for the edges of shadows: there the finer light is told from the coarser by more than texture is. */
function shadingIn(logs: Float32Array, cells: Cells): Float32Array {
  const radius = Math.max(1, Math.round(finest * Math.max(cells.width, cells.height)));
  const fine = smooth(logs, cells, 1);
  const coarse = smooth(logs, cells, radius);
  return coarse.map((log, i) => {
    const apart = (fine[i] ?? log) - log;
    const isEdge = Math.min(1, Math.max(0, (Math.abs(apart) - textureLog) / textureLog));
    return log + isEdge * apart;
  });
}

/** Where in the plane of cells the middle of a pixel lies. */
export function readAtPixel(plane: Float32Array, cells: Cells, x: number, y: number): number {
  const { rect, sidePx } = cells;
  return readBilinear(plane, cells, (x + 0.5 - rect.x) / sidePx - 0.5, (y + 0.5 - rect.y) / sidePx - 0.5);
}

export function where(values: Float32Array, mask: Float32Array): Float32Array {
  return values.filter((_, i) => (mask[i] ?? 0) > 0);
}

/** @param beyond how far past its edges, in shares of the artwork; a can is over where its sides turn away */
function cellsWithin({ rect, sidePx, width, height }: Cells, surface: Surface, beyond: number): Float32Array {
  const { toArtwork } = surfaceMap(surface);
  const beside = surface.kind === 'flat' ? beyond : 0;
  const uv = new Float64Array(2);
  return new Float32Array(width * height).map((_, i) => {
    const x = i % width;
    const y = (i - x) / width;
    toArtwork(rect.x + (x + 0.5) * sidePx, rect.y + (y + 0.5) * sidePx, uv);
    const [u = -1, v = -1] = uv;
    return u >= -beside && u <= 1 + beside && v >= -beyond && v <= 1 + beyond ? 1 : 0;
  });
}

/** The surface's own tone is the one that most of it has; how much each cell is like it. */
function readTone({ red, green, blue }: Cells, inside: Float32Array) {
  const shareOf = (plane: Float32Array) =>
    plane.map((value, i) => {
      const sum = (red[i] ?? 0) + (green[i] ?? 0) + (blue[i] ?? 0) + darkest;
      return (value + darkest / 3) / sum;
    });
  const [reds, greens] = [shareOf(red), shareOf(green)];
  let [meanRed, meanGreen] = [quantile(where(reds, inside), 0.5), quantile(where(greens, inside), 0.5)];
  let likeness = inside;
  for (let round = 0; round < 4; round += 1) {
    const [aroundRed, aroundGreen] = [meanRed, meanGreen];
    likeness = inside.map((value, i) => {
      const apart = Math.hypot((reds[i] ?? 0) - aroundRed, (greens[i] ?? 0) - aroundGreen);
      return value * closeness(apart / likelyTone);
    });
    meanRed = meanOf(reds, likeness, meanRed);
    meanGreen = meanOf(greens, likeness, meanGreen);
  }
  return { likeness, tone: toneOf(meanRed, meanGreen) };
}

function toneOf(red: number, green: number): SurfaceLight['tone'] {
  const blue = 1 - red - green;
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [red / luminance, green / luminance, blue / luminance];
}

function meanOf(values: Float32Array, weights: Float32Array, otherwise: number): number {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    sum += (weights[i] ?? 0) * (values[i] ?? 0);
    weight += weights[i] ?? 0;
  }
  return weight > 0 ? sum / weight : otherwise;
}

/** 1 at nothing, 0 from one on (Tukey's biweight). */
function closeness(deviation: number): number {
  const left = 1 - deviation * deviation;
  return left > 0 ? left * left : 0;
}
