import { fullSample } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import type { Outline } from './outline.ts';

/** How much of a pixel is the thing, and the colour of that part. */
type Share = { alpha: number; r: number; g: number; b: number };

/** Splits a pixel, given how much of it is probably the thing and how far that may be wrong; null where one side is nowhere near. */
export type Unmix = (pixel: number, expected: number, doubt: number) => Share | null;

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

/**
 * Unmixing by pairs of nearby pure colours: the pair that explains the pixel best tells its share
 * (after Gastal and Oliveira, "Shared Sampling for Real-Time Alpha Matting", 2010).
 *
 * @param soft 1 where pixels may be mixed, and are no source of pure colours
 */
export function createUnmix(crop: RgbCrop, outline: Outline, soft: Uint8Array): Unmix {
  const { left, top, width, height, label, softPx } = outline;
  const full = fullSample(crop.depth);
  const reach = 3 * softPx + 4;
  const things = new Float64Array(directions.length * 4);
  const others = new Float64Array(directions.length * 4);
  const share: Share = { alpha: 0, r: 0, g: 0, b: 0 };

  function sampleAt(pixel: number, channel: number): number {
    const x = pixel % width;
    const y = (pixel - x) / width;
    return (crop.data[((top + y) * crop.width + left + x) * 3 + channel] ?? 0) / full;
  }

  /** The nearest pure colours of a side, each with its distance. */
  function gather(pixel: number, side: 0 | 1, to: Float64Array): number {
    const x = pixel % width;
    const y = (pixel - x) / width;
    let count = 0;
    for (const [dx, dy] of directions) {
      for (let step = 1; step <= reach; step += 1) {
        const [u, v] = [x + dx * step, y + dy * step];
        if (u < 0 || v < 0 || u >= width || v >= height) break;
        const at = v * width + u;
        if (soft[at] === 1 || label[at] !== side) continue;
        for (let c = 0; c < 3; c += 1) to[count * 4 + c] = sampleAt(at, c);
        to[count * 4 + 3] = step * Math.sqrt(dx * dx + dy * dy);
        count += 1;
        break;
      }
    }
    return count;
  }

  return (pixel, expected, doubt) => {
    const thingCount = gather(pixel, 1, things);
    const otherCount = gather(pixel, 0, others);
    if (thingCount === 0 || otherCount === 0) return null;
    const [r, g, b] = [sampleAt(pixel, 0), sampleAt(pixel, 1), sampleAt(pixel, 2)];
    let best = Infinity;
    for (let t = 0; t < thingCount * 4; t += 4) {
      const [tr, tg, tb] = [things[t] ?? 0, things[t + 1] ?? 0, things[t + 2] ?? 0];
      for (let o = 0; o < otherCount * 4; o += 4) {
        const [or, og, ob] = [others[o] ?? 0, others[o + 1] ?? 0, others[o + 2] ?? 0];
        const [dr, dg, db] = [tr - or, tg - og, tb - ob];
        const [pr, pg, pb] = [r - or, g - og, b - ob];
        const trust = 1 / (noise * noise);
        const prior = 1 / (doubt * doubt);
        const contrast = dr * dr + dg * dg + db * db;
        // Least squares of the samples' misfit and of the expectation's, together.
        const alpha = Math.min(
          1,
          Math.max(
            0,
            ((dr * pr + dg * pg + db * pb) * trust + expected * prior) / (contrast * trust + prior),
          ),
        );
        const [er, eg, eb] = [pr - alpha * dr, pg - alpha * dg, pb - alpha * db];
        const misfit = (er * er + eg * eg + eb * eb) * trust + (alpha - expected) ** 2 * prior;
        const far = ((things[t + 3] ?? 0) + (others[o + 3] ?? 0)) / reach;
        const cost = misfit + far;
        if (cost >= best) continue;
        best = cost;
        share.alpha = alpha;
        // What the pair does not explain is texture of whichever side has most of the pixel.
        share.r = (tr + er) * full;
        share.g = (tg + eg) * full;
        share.b = (tb + eb) * full;
      }
    }
    return share;
  };
}
