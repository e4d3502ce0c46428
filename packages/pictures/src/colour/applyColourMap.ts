import { fullSample, makePicture, type Picture } from '@pinpaint/imaging';
import type { ColourMap } from './colourMap.ts';

/** A new picture of three channels: a fourth has no colour and is left out. */
export function applyColourMap(source: Picture, { decode, matrix, encode }: ColourMap): Picture {
  const target = makePicture({ ...source, channels: 3 });
  const full = fullSample(source.depth);
  const step = 65535 / full;
  const [red, green, blue] = decode;
  const [redOut, greenOut, blueOut] = encode;
  if (!red || !green || !blue || !redOut || !greenOut || !blueOut)
    throw new Error('A colour map of three curves');
  const [[a, b, c], [d, e, f], [g, h, i]] = matrix;
  const { data: from, channels } = source;
  const { data: to } = target;
  for (let at = 0, out = 0; at < from.length; at += channels, out += 3) {
    const r = red[(from[at] ?? 0) * step] ?? 0;
    const s = green[(from[at + 1] ?? 0) * step] ?? 0;
    const t = blue[(from[at + 2] ?? 0) * step] ?? 0;
    to[out] = encoded(redOut, a * r + b * s + c * t, full);
    to[out + 1] = encoded(greenOut, d * r + e * s + f * t, full);
    to[out + 2] = encoded(blueOut, g * r + h * s + i * t, full);
  }
  return target;
}

function encoded(table: Float64Array, linear: number, full: number): number {
  if (linear <= 0) return 0;
  if (linear >= 1) return full;
  const place = Math.sqrt(linear) * (table.length - 2);
  const below = Math.floor(place);
  const low = table[below] ?? 0;
  return Math.round((low + ((table[below + 1] ?? 0) - low) * (place - below)) * full);
}
