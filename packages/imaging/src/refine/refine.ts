import { boxSum } from '../measure/boxSum.ts';
import { fullSample, makePicture, type Picture } from '../picture/picture.ts';

const [smoothPx, sharpPx] = [3, 1];
/** How far a pixel looks: a band that is refined on its own needs so much above and below. */
export const refineMarginPx = 2 * smoothPx + sharpPx + 1;

/** At full amount, what counts as grain: its standard deviation, of 1. */
const grain = 0.02;
const sharpening = 0.6;

/**
 * Takes grain out of flat places and sharpens what has structure (guided filter by He, Sun and Tang 2010, the luma
 * guiding itself, then unsharp masking). Luma alone moves, and never beyond what lies round it: no halos, no new hues.
 *
 * @param amount 0…1; 0 gives the picture as it is
 */
export function refine(picture: Picture, amount: number): Picture {
  const made = makePicture(picture);
  made.data.set(picture.data);
  if (amount === 0) return made;
  const { channels, data, depth } = picture;
  const full = fullSample(depth);
  const luma = lumaPlane(picture);
  const wanted = refineLuma(luma, picture, amount);
  for (let at = 0; at < luma.length; at++) {
    const change = ((wanted[at] ?? 0) - (luma[at] ?? 0)) * full;
    for (let c = 0; c < 3; c++) {
      const value = Math.round((data[at * channels + c] ?? 0) + change);
      made.data[at * channels + c] = Math.min(full, Math.max(0, value));
    }
  }
  return made;
}

/** Rec. 709, of encoded samples, 0…1. */
function lumaPlane({ channels, data, depth }: Picture): Float32Array {
  const full = fullSample(depth);
  const luma = new Float32Array(data.length / channels);
  for (let at = 0; at < luma.length; at++) {
    const i = at * channels;
    luma[at] = (0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0)) / full;
  }
  return luma;
}

type Size = { readonly width: number; readonly height: number };

function refineLuma(luma: Float32Array, size: Size, amount: number): Float32Array {
  const smooth = guidedByItself(luma, size, (grain * amount) ** 2);
  const blurred = meanOf(smooth, size, sharpPx);
  const refined = new Float32Array(luma.length);
  for (let at = 0; at < luma.length; at++) {
    const value = smooth[at] ?? 0;
    refined[at] = value + sharpening * amount * (value - (blurred[at] ?? 0));
  }
  keepWithin(refined, luma, size);
  return refined;
}

/** Flat places become their mean, places that vary far more than `grainVariance` stay. */
function guidedByItself(luma: Float32Array, size: Size, grainVariance: number): Float32Array {
  const mean = meanOf(luma, size, smoothPx);
  const squares = meanOf(
    luma.map((value) => value * value),
    size,
    smoothPx,
  );
  const share = mean.map((value, at) => {
    const variance = Math.max(0, (squares[at] ?? 0) - value * value);
    return variance / (variance + grainVariance);
  });
  const shift = mean.map((value, at) => value * (1 - (share[at] ?? 0)));
  const shares = meanOf(share, size, smoothPx);
  const shifts = meanOf(shift, size, smoothPx);
  return luma.map((value, at) => value * (shares[at] ?? 0) + (shifts[at] ?? 0));
}

function meanOf(plane: Float32Array, { width, height }: Size, radiusPx: number): Float32Array {
  const sums = boxSum(plane, { width, height, radiusPx });
  const across = countsAlong(width, radiusPx);
  const down = countsAlong(height, radiusPx);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) sums[at] = (sums[at] ?? 0) / ((across[x] ?? 1) * (down[y] ?? 1));
  return sums;
}

/** How many samples lie within the radius, up to the border. */
function countsAlong(length: number, radiusPx: number): number[] {
  return Array.from(
    { length },
    (_, at) => Math.min(length - 1, at + radiusPx) - Math.max(0, at - radiusPx) + 1,
  );
}

function keepWithin(refined: Float32Array, luma: Float32Array, { width, height }: Size): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [low, high] = [1, 0];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const value = luma[v * width + u] ?? 0;
          if (value < low) low = value;
          if (value > high) high = value;
        }
      const at = y * width + x;
      refined[at] = Math.min(high, Math.max(low, refined[at] ?? 0));
    }
}
