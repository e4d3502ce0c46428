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
const lookPixels = 200_000;
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
  const [region, permitted, locked] = [0, 1, 2].map(() => new Uint8Array(width * height));
  if (!region || !permitted || !locked) return null;
  const grid = { ...area, scale, columns: width, rows: height, stride: request.crop.width };
  averageColours(request.crop, grid, rgb);
  averagePlane(request.region, grid, region);
  averagePlane(request.permittedAlpha, grid, permitted);
  averagePlane(request.locked, grid, locked);
  const data = Uint16Array.from(rgb);
  const { lab } = toOklab({ width, height, channels: 3, depth: 16, data });
  const { left, top } = area;
  const planes = splitLab(lab);
  return { width, height, scale, left, top, ...tints(planes, { width, height }), region, permitted, locked };
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
function averageColours(crop: RgbCrop, grid: Grid, to: Float32Array): void {
  const { data } = crop;
  const unit = crop.depth === 8 ? 257 : 1;
  eachBlock(grid, (cell, fromX, toX, fromY, toY) => {
    let [r, g, b] = [0, 0, 0];
    for (let y = fromY; y < toY; y += 1) {
      for (let i = (y * grid.stride + fromX) * 3, end = (y * grid.stride + toX) * 3; i < end; i += 3) {
        r += data[i] ?? 0;
        g += data[i + 1] ?? 0;
        b += data[i + 2] ?? 0;
      }
    }
    const share = unit / ((toX - fromX) * (toY - fromY));
    to[cell * 3] = r * share;
    to[cell * 3 + 1] = g * share;
    to[cell * 3 + 2] = b * share;
  });
}

function averagePlane(plane: Uint8Array, grid: Grid, to: Uint8Array): void {
  eachBlock(grid, (cell, fromX, toX, fromY, toY) => {
    let sum = 0;
    for (let y = fromY; y < toY; y += 1) {
      for (let i = y * grid.stride + fromX, end = y * grid.stride + toX; i < end; i += 1)
        sum += plane[i] ?? 0;
    }
    to[cell] = Math.round(sum / ((toX - fromX) * (toY - fromY)));
  });
}

type OnBlock = (cell: number, fromX: number, toX: number, fromY: number, toY: number) => void;

function eachBlock({ left, top, width, height, scale, columns, rows }: Grid, onBlock: OnBlock): void {
  for (let row = 0; row < rows; row += 1) {
    const fromY = top + row * scale;
    const toY = Math.min(fromY + scale, top + height);
    for (let column = 0; column < columns; column += 1) {
      const fromX = left + column * scale;
      onBlock(row * columns + column, fromX, Math.min(fromX + scale, left + width), fromY, toY);
    }
  }
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
  const [softL, softA, softB] = [lightness, a, b].map((plane) => soften(soften(plane, size), size));
  const tintA = new Float32Array(lightness.length);
  const tintB = new Float32Array(lightness.length);
  for (let i = 0; i < lightness.length; i += 1) {
    const l = lightness[i] ?? 0;
    const dark = Math.min(1, Math.max(0, (darkBelow - l) / (darkBelow - darkest)));
    const per = 1 / (l + dark * ((softL?.[i] ?? 0) - l) + blackGuard);
    const [sharpA, sharpB] = [a[i] ?? 0, b[i] ?? 0];
    tintA[i] = (sharpA + dark * ((softA?.[i] ?? 0) - sharpA)) * per;
    tintB[i] = (sharpB + dark * ((softB?.[i] ?? 0) - sharpB)) * per;
  }
  return { lightness, tintA, tintB };
}

/** 1 2 1 down and across. */
function soften(plane: Float32Array, { width, height }: PixelSize): Float32Array {
  const down = new Float32Array(plane.length);
  for (let i = 0; i < plane.length; i += 1) {
    const here = plane[i] ?? 0;
    down[i] = here / 2 + ((plane[i - width] ?? here) + (plane[i + width] ?? here)) / 4;
  }
  const soft = new Float32Array(plane.length);
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 1) {
      const here = down[i] ?? 0;
      const before = x > 0 ? (down[i - 1] ?? 0) : here;
      const after = x < width - 1 ? (down[i + 1] ?? 0) : here;
      soft[i] = here / 2 + (before + after) / 4;
    }
  }
  return soft;
}
