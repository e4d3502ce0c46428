import { fullSample } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import { lumaOf } from './luma.ts';
import type { Outline } from './outline.ts';

/**
 * How much of a pixel is the thing, 0…1, and the pure colours that it mixes. Lossy pictures keep colour
 * coarser than lightness, so that over an edge hue reaches further than light: there are two shares.
 */
type Split = {
  light: number;
  hue: number;
  /** The pixels with the pure colour of the thing and of what lies beside it. */
  thing: number;
  other: number;
};

/** Splits a pixel of which so much is probably the thing; null where one side is nowhere near. The answer is lent. */
export type Unmix = (pixel: number, expected: number) => Split | null;

const directions = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;
/** Samples stray by about this much of full from noise and compression. */
const noise = 0.05;
const trust = 1 / (noise * noise);
/** How far a share of light may be from what is expected. */
const doubt = 0.25;
const prior = 1 / (doubt * doubt);
/** Less than this share of light is noise, and neighbours are not to change. */
export const leastLight = 0.08;
/** How much less hue says about the share of light than light itself. */
const hueTrust = 1 / 9;
/** How far the share of hue may be from that of light. */
const hueDoubt = 0.4;
const huePrior = 1 / (hueDoubt * hueDoubt);
/** Hues stray by about this much of full between neighbours: no more is a share of anything. */
const hueNoise = 0.02;
/** What is kept of a pure colour: luma, blue and red less luma, distance in pixels. */
const stride = 4;

/**
 * Unmixing by pairs of nearby pure colours: the pair that explains the pixel best tells its shares
 * (after Gastal and Oliveira, "Shared Sampling for Real-Time Alpha Matting", 2010).
 *
 * @param soft 1 where pixels may be mixed, and are no source of pure colours
 */
export function createUnmix(crop: RgbCrop, outline: Outline, soft: Uint8Array): Unmix {
  const { width, height, label, softPx } = outline;
  const reach = 3 * softPx + 4;
  const read = sampleReader(crop, outline);
  const here = new Float64Array(stride);
  const colours = [0, 1].map(() => new Float64Array(directions.length * stride));
  const pixels = [0, 1].map(() => new Int32Array(directions.length));
  const [others, things] = [colours[0] ?? here, colours[1] ?? here];
  const counts = new Int32Array(2);
  const split: Split = { light: 0, hue: 0, thing: 0, other: 0 };

  /** The nearest pure colours of both sides, in each direction. */
  function gather(pixel: number): void {
    counts.fill(0);
    const x = pixel % width;
    const y = (pixel - x) / width;
    for (const [dx, dy] of directions) {
      const across = dx === 0 ? reach : dx > 0 ? width - 1 - x : x;
      const down = dy === 0 ? reach : dy > 0 ? height - 1 - y : y;
      const end = Math.min(reach, across, down);
      const stepPx = dx !== 0 && dy !== 0 ? Math.SQRT2 : 1;
      let found = -1;
      for (let step = 1, at = pixel + dy * width + dx; step <= end; step += 1, at += dy * width + dx) {
        const side = label[at] ?? 0;
        if (soft[at] === 1 || side === found) continue;
        const count = counts[side] ?? 0;
        const to = side === 1 ? things : others;
        read(at, to, count * stride);
        to[count * stride + 3] = step * stepPx;
        const list = pixels[side];
        if (list) list[count] = at;
        counts[side] = count + 1;
        if (found >= 0) break;
        found = side;
      }
    }
  }

  return (pixel, expected) => {
    gather(pixel);
    const [otherCount, thingCount] = [counts[0] ?? 0, counts[1] ?? 0];
    if (thingCount === 0 || otherCount === 0) return null;
    read(pixel, here, 0);
    const y = here[0] ?? 0;
    const u = here[1] ?? 0;
    const v = here[2] ?? 0;
    let best = Infinity;
    for (let t = 0; t < thingCount * stride; t += stride) {
      for (let o = 0; o < otherCount * stride; o += stride) {
        const oy = others[o] ?? 0;
        const ou = others[o + 1] ?? 0;
        const ov = others[o + 2] ?? 0;
        const dy = (things[t] ?? 0) - oy;
        const du = (things[t + 1] ?? 0) - ou;
        const dv = (things[t + 2] ?? 0) - ov;
        const contrast = du * du + dv * dv;
        const shared = du * (u - ou) + dv * (v - ov);
        // Least squares of the samples' misfit and of the expectation's, together.
        const seen = within(
          ((dy * (y - oy) + hueTrust * shared) * trust + expected * prior) /
            ((dy * dy + hueTrust * contrast) * trust + prior),
        );
        const light = seen < leastLight ? 0 : seen;
        const free = (shared * trust + light * huePrior) / (contrast * trust + huePrior);
        const hue = within(drawnTo(light, free, hueNoise / Math.sqrt(contrast + 1e-6)));
        const ey = y - oy - light * dy;
        const eu = u - ou - hue * du;
        const ev = v - ov - hue * dv;
        const misfit =
          (ey * ey + eu * eu + ev * ev) * trust +
          (light - expected) * (light - expected) * prior +
          (hue - light) * (hue - light) * huePrior;
        const cost = misfit + ((things[t + 3] ?? 0) + (others[o + 3] ?? 0)) / reach;
        if (cost >= best) continue;
        best = cost;
        split.light = light;
        split.hue = hue;
        split.thing = pixels[1]?.[t / stride] ?? 0;
        split.other = pixels[0]?.[o / stride] ?? 0;
      }
    }
    return split;
  };
}

/** Writes a pixel's luma, and blue and red less luma, 0…1 of full. */
export type ReadSamples = (pixel: number, to: Float64Array, at: number) => void;

export function sampleReader(crop: RgbCrop, { left, top, width }: Outline): ReadSamples {
  const { data } = crop;
  const per = 1 / fullSample(crop.depth);
  return (pixel, to, at) => {
    const x = pixel % width;
    const from = ((top + (pixel - x) / width) * crop.width + left + x) * 3;
    const r = (data[from] ?? 0) * per;
    const b = (data[from + 2] ?? 0) * per;
    const luma = lumaOf(r, (data[from + 1] ?? 0) * per, b);
    to[at] = luma;
    to[at + 1] = b - luma;
    to[at + 2] = r - luma;
  };
}

/** `value`, nearer to `centre` by at most `by`. */
function drawnTo(centre: number, value: number, by: number): number {
  return value > centre ? Math.max(centre, value - by) : Math.min(centre, value + by);
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
