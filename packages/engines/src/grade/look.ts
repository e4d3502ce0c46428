import type { PixelRect } from '@pinpaint/domain';
import { toOklab } from '@pinpaint/imaging';
import type { EngineRequest } from '../engine.ts';
import { averageColours, averagePlane } from './averages.ts';
import { type TintPlanes, tintPlanes } from './tintPlanes.ts';

/**
 * The part of a crop that matters, small enough to think about. Planes hold one sample a look pixel,
 * row-major. `scale` crop pixels make one look pixel along each side; (`left`, `top`) is where in the crop
 * the look begins.
 */
export type Look = TintPlanes & {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
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

type LookedAt = Pick<EngineRequest, 'crop' | 'permittedAlpha' | 'region' | 'locked'>;

/** @returns null when nothing may change. */
export function lookAt(request: LookedAt): Look | null {
  const area = areaOf(request);
  if (!area) return null;
  const scale = Math.max(1, Math.ceil(Math.sqrt((area.width * area.height) / lookPixels)));
  const width = Math.ceil(area.width / scale);
  const height = Math.ceil(area.height / scale);
  const grid = { ...area, scale, columns: width, rows: height, stride: request.crop.width };
  const data = Uint16Array.from(averageColours(request.crop, grid));
  return {
    width,
    height,
    scale,
    left: area.x,
    top: area.y,
    ...tintPlanes(toOklab({ width, height, channels: 3, depth: 16, data })),
    region: averagePlane(request.region, grid),
    permitted: averagePlane(request.permittedAlpha, grid),
    locked: averagePlane(request.locked, grid),
  };
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

/** What may change, with its surroundings. */
function areaOf({ crop, permittedAlpha }: LookedAt): PixelRect | null {
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
  const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  return {
    x,
    y,
    width: Math.min(crop.width, right + 1 + margin) - x,
    height: Math.min(crop.height, bottom + 1 + margin) - y,
  };
}
