import type { PixelSize } from '@pinpaint/domain';
import { toOklab } from '@pinpaint/imaging';
import type { EngineRequest, RgbCrop } from '../engine.ts';
import { blackGuard } from './tint.ts';

/**
 * The part of a crop that matters, small enough to think about. Planes hold one sample a look pixel,
 * row-major. `scale` crop pixels make one look pixel along each side; (`left`, `top`) is where in the crop
 * the look begins.
 */
export type Look = {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** OKLab L, 0…1. */
  readonly lightness: Float32Array;
  /** The tint: shading scales L, a and b alike, so it tells a surface's colour in light and shadow. */
  readonly tintA: Float32Array;
  readonly tintB: Float32Array;
  /** 0…255 each. */
  readonly region: Uint8Array;
  readonly permitted: Uint8Array;
  readonly locked: Uint8Array;
};

/** Above this many pixels a look is made smaller: enough for a thing's outline, few enough for a tenth of a second. */
const lookPixels = 240_000;
/** What surrounds the region tells what the thing is not. */
const surroundingsRatio = 0.08;
const leastSurroundingsPx = 12;
/** OKLab L. Below the first, tints begin to be noise; below the second they are nothing else. */
const darkBelow = 0.32;
const darkest = 0.14;

/** @returns null when nothing may change. */
export function lookAt(request: EngineRequest): Look | null {
  const area = areaOf(request);
  if (!area) return null;
  const scale = Math.max(1, Math.ceil(Math.sqrt((area.width * area.height) / lookPixels)));
  const width = Math.ceil(area.width / scale);
  const height = Math.ceil(area.height / scale);
  const rgb = new Float32Array(width * height * 3);
  const grid = { ...area, scale, columns: width, rows: height, stride: request.crop.width };
  averageColours(request.crop, grid, rgb);
  const region = averagePlane(request.region, grid);
  const permitted = averagePlane(request.permittedAlpha, grid);
  const locked = averagePlane(request.locked, grid);
  const { lab } = toOklab({ width, height, channels: 3, depth: 16, data: Uint16Array.from(rgb) });
  const { left, top } = area;
  const planes = splitLab(lab);
  return { width, height, scale, left, top, ...tints(planes, { width, height }), region, permitted, locked };
}

/** A plane's value at a pixel of the look's area at full size: between the look's pixels linearly. */
export function between(
  { width, height, scale }: Look,
  plane: Float32Array | Uint8Array,
  x: number,
  y: number,
): number {
  const u = Math.min(width - 1, Math.max(0, (x + 0.5) / scale - 0.5));
  const v = Math.min(height - 1, Math.max(0, (y + 0.5) / scale - 0.5));
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const right = Math.min(width - 1, left + 1);
  const [upper, lower] = [top * width, Math.min(height - 1, top + 1) * width];
  const [across, down] = [u - left, v - top];
  const above = (plane[upper + left] ?? 0) * (1 - across) + (plane[upper + right] ?? 0) * across;
  const below = (plane[lower + left] ?? 0) * (1 - across) + (plane[lower + right] ?? 0) * across;
  return above * (1 - down) + below * down;
}

type Area = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What may change, with its surroundings. */
function areaOf({ crop, permittedAlpha }: EngineRequest): Area | null {
  let [left, top, right, bottom] = [crop.width, crop.height, -1, -1];
  for (let y = 0; y < crop.height; y += 1) {
    for (let x = 0, i = y * crop.width; x < crop.width; x += 1, i += 1) {
      if (permittedAlpha[i] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (bottom < 0) return null;
  const longer = Math.max(right - left, bottom - top);
  const margin = Math.max(leastSurroundingsPx, Math.round(surroundingsRatio * longer));
  const from = { left: Math.max(0, left - margin), top: Math.max(0, top - margin) };
  return {
    ...from,
    width: Math.min(crop.width, right + 1 + margin) - from.left,
    height: Math.min(crop.height, bottom + 1 + margin) - from.top,
  };
}

type Grid = Area & {
  readonly scale: number;
  readonly columns: number;
  readonly rows: number;
  /** Of the crop. */
  readonly stride: number;
};

/** Means of blocks, on the scale of 16 bits. */
function averageColours({ data, depth }: RgbCrop, grid: Grid, to: Float32Array): void {
  const unit = depth === 8 ? 257 : 1;
  const { left, top, width, height, scale, columns, stride } = grid;
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / scale) * columns * 3;
    let from = ((top + y) * stride + left) * 3;
    for (let x = 0, at = row; x < width; at += 3) {
      for (const end = Math.min(width, x + scale); x < end; x += 1, from += 3) {
        to[at] = (to[at] ?? 0) + (data[from] ?? 0);
        to[at + 1] = (to[at + 1] ?? 0) + (data[from + 1] ?? 0);
        to[at + 2] = (to[at + 2] ?? 0) + (data[from + 2] ?? 0);
      }
    }
  }
  for (let cell = 0, at = 0; at < to.length; cell += 1, at += 3) {
    const share = unit / pixelsIn(grid, cell);
    for (let c = 0; c < 3; c += 1) to[at + c] = (to[at + c] ?? 0) * share;
  }
}

function averagePlane(plane: Uint8Array, grid: Grid): Uint8Array {
  const { left, top, width, height, scale, columns, rows, stride } = grid;
  const sums = new Float32Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / scale) * columns;
    const from = (top + y) * stride + left;
    for (let x = 0, at = row; x < width; at += 1) {
      let sum = 0;
      for (const end = Math.min(width, x + scale); x < end; x += 1) sum += plane[from + x] ?? 0;
      sums[at] = (sums[at] ?? 0) + sum;
    }
  }
  const means = new Uint8Array(sums.length);
  for (let cell = 0; cell < means.length; cell += 1) {
    means[cell] = Math.round((sums[cell] ?? 0) / pixelsIn(grid, cell));
  }
  return means;
}

/** How many pixels of the crop lie in a cell; at the right and lower edge there may be fewer. */
function pixelsIn({ width, height, scale, columns }: Grid, cell: number): number {
  const column = cell % columns;
  const row = (cell - column) / columns;
  return Math.min(scale, width - column * scale) * Math.min(scale, height - row * scale);
}

type LabPlanes = { readonly lightness: Float32Array; readonly a: Float32Array; readonly b: Float32Array };

function splitLab(lab: Float32Array): LabPlanes {
  const count = lab.length / 3;
  const planes = {
    lightness: new Float32Array(count),
    a: new Float32Array(count),
    b: new Float32Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    planes.lightness[i] = lab[i * 3] ?? 0;
    planes.a[i] = lab[i * 3 + 1] ?? 0;
    planes.b[i] = lab[i * 3 + 2] ?? 0;
  }
  return planes;
}

/** In the dark, tints are mostly noise: there they are taken from the mean of a few pixels. */
function tints({ lightness, a, b }: LabPlanes, size: PixelSize): Pick<Look, 'lightness' | 'tintA' | 'tintB'> {
  const isDark = lightness.some((value) => value < darkBelow);
  const [softL, softA, softB] = isDark
    ? [softened(lightness, size), softened(a, size), softened(b, size)]
    : [lightness, a, b];
  const tintA = new Float32Array(lightness.length);
  const tintB = new Float32Array(lightness.length);
  for (let i = 0; i < lightness.length; i += 1) {
    const l = lightness[i] ?? 0;
    const dark = Math.min(1, Math.max(0, (darkBelow - l) / (darkBelow - darkest)));
    const per = 1 / (l + dark * ((softL[i] ?? 0) - l) + blackGuard);
    const sharpA = a[i] ?? 0;
    const sharpB = b[i] ?? 0;
    tintA[i] = (sharpA + dark * ((softA[i] ?? 0) - sharpA)) * per;
    tintB[i] = (sharpB + dark * ((softB[i] ?? 0) - sharpB)) * per;
  }
  return { lightness, tintA, tintB };
}

/** 1 4 6 4 1 down and across; at the edges the last sample goes on. */
function softened(plane: Float32Array, { width, height }: PixelSize): Float32Array {
  const down = new Float32Array(plane.length);
  for (let y = 0; y < height; y += 1) {
    const far = Math.max(0, y - 2) * width;
    const above = Math.max(0, y - 1) * width;
    const here = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    const farBelow = Math.min(height - 1, y + 2) * width;
    for (let x = 0; x < width; x += 1) {
      const sides = (plane[above + x] ?? 0) + (plane[below + x] ?? 0);
      const ends = (plane[far + x] ?? 0) + (plane[farBelow + x] ?? 0);
      down[here + x] = (6 * (plane[here + x] ?? 0) + 4 * sides + ends) / 16;
    }
  }
  const soft = new Float32Array(plane.length);
  for (let row = 0; row < soft.length; row += width) {
    const last = row + width - 1;
    for (let i = row; i <= last; i += 1) {
      const sides = (down[Math.max(row, i - 1)] ?? 0) + (down[Math.min(last, i + 1)] ?? 0);
      const ends = (down[Math.max(row, i - 2)] ?? 0) + (down[Math.min(last, i + 2)] ?? 0);
      soft[i] = (6 * (down[i] ?? 0) + 4 * sides + ends) / 16;
    }
  }
  return soft;
}
