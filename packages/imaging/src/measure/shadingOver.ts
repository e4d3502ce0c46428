import type { PixelSize } from '@pinpaint/domain';
import { boxMean } from './boxMean.ts';

/** How light falls off over an area. */
export type Shading = {
  /** Towards the brighter side: x right, y down, in log of light per unit of `unitPx`. */
  readonly right: number;
  readonly down: number;
  /** 0…1: how much of the variation the fall-off explains. */
  readonly explained: number;
  /** Standard deviation of the fall-off over the area, in log of light. */
  readonly spread: number;
};

export type ShadingRequest = PixelSize & {
  /** Encoded luma, 8-bit steps. */
  readonly luma: Float32Array;
  /** 1 each. */
  readonly area: Uint8Array;
  /** What is smaller is texture and no light. */
  readonly smoothPx: number;
};

/** Fewer pixels tell nothing. */
const fewest = 24;
/** Keeps the logs of black bounded, in 8-bit steps. */
const guard = 6;
/** From encoded to linear, near enough for a direction. */
const gamma = 2.2;

/**
 * One light's fall-off over a flat area: the plane fitted to the log of its coarse luminance by least squares
 * (shape from shading's linear approximation: Pentland 1990). null where there is too little.
 */
export function shadingOver({ luma, area, smoothPx, width, height }: ShadingRequest): Shading | null {
  const means = boxMean(luma, area, {
    width,
    height,
    channels: 1,
    radiusPx: Math.max(1, Math.round(smoothPx)),
  });
  const sums = sumUp(means, area, width);
  if (sums.count < fewest) return null;
  const { count } = sums;
  const xx = sums.xx / count - (sums.x / count) ** 2;
  const yy = sums.yy / count - (sums.y / count) ** 2;
  const xy = sums.xy / count - (sums.x * sums.y) / count ** 2;
  const xv = sums.xv / count - (sums.x * sums.v) / count ** 2;
  const yv = sums.yv / count - (sums.y * sums.v) / count ** 2;
  const vv = sums.vv / count - (sums.v / count) ** 2;
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-9)) return null;
  const right = (xv * yy - yv * xy) / determinant;
  const down = (yv * xx - xv * xy) / determinant;
  const plane = right * xv + down * yv;
  return { right, down, explained: vv > 1e-9 ? plane / vv : 0, spread: Math.sqrt(Math.max(0, plane)) };
}

type Sums = Record<'count' | 'x' | 'y' | 'v' | 'xx' | 'yy' | 'xy' | 'xv' | 'yv' | 'vv', number>;

function sumUp(means: Float32Array, area: Uint8Array, width: number): Sums {
  const s: Sums = { count: 0, x: 0, y: 0, v: 0, xx: 0, yy: 0, xy: 0, xv: 0, yv: 0, vv: 0 };
  for (let i = 0; i < means.length; i += 1) {
    if (area[i] !== 1) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const v = gamma * Math.log((means[i] ?? 0) + guard);
    s.count += 1;
    s.x += x;
    s.y += y;
    s.v += v;
    s.xx += x * x;
    s.yy += y * y;
    s.xy += x * y;
    s.xv += x * v;
    s.yv += y * v;
    s.vv += v * v;
  }
  return s;
}

/** Less explained, or less variation, is no direction to speak of; as in the engine that turns light. */
const leastExplained = 0.35;
const leastSpread = 0.06;

export function isClear(shading: Shading | null): shading is Shading {
  return shading !== null && shading.explained >= leastExplained && shading.spread >= leastSpread;
}

/** Between the directions of two lights, 0…180°. */
export function degreesBetween(a: Shading, b: Shading): number {
  const dot = a.right * b.right + a.down * b.down;
  const lengths = Math.hypot(a.right, a.down) * Math.hypot(b.right, b.down);
  return (Math.acos(Math.min(1, Math.max(-1, dot / lengths))) * 180) / Math.PI;
}
