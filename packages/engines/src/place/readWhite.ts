import type { RgbCrop } from '../engine.ts';
import { type Cells, cellsOf, luminanceOf, luminances, quantile } from './cells.ts';
import { type SurfaceLight, where } from './readLight.ts';

/** Enough to find what is bright; smaller, and a bright spot would be averaged away. */
const most = 160;
/** No paint gives back more than this of its light. */
const whitestPaint = 0.9;
/** What is brighter than this much of the picture is a lamp or a reflection. */
const brightest = 0.97;
const brightFrom = 0.92;
/** From here on a channel is cut, and its tone gone. */
const clipped = 0.93;
/** From this spread of its channels on a surface is coloured, and what it shows is paint; up to the first, light. */
const greyish = 0.18;
const coloured = 0.6;
/** Of the brightest there is: white under warm light is more often there than something yellow. */
const colouredBright = 1;
/** The darkest a white label may look: below that a picture is dark on purpose, and says nothing of its light. */
const least = 0.35;
/**
 * How far what a picture shows is believed: all the way would turn a white label dark wherever nothing white happens
 * to be near it.
 */
const belief = 0.6;

type Rgb = readonly [number, number, number];

/**
 * The linear light that white paper would have there: the artwork's own white. How bright and of which cast is told by
 * the surface, where that is grey enough, and by what is brightest around.
 */
export function readWhite(crop: RgbCrop, { lit, tone }: Pick<SurfaceLight, 'lit' | 'tone'>): Rgb {
  const cells = cellsOf(crop, { x: 0, y: 0, width: crop.width, height: crop.height }, most);
  const shining = luminances(cells);
  const shown = quantile(shining, brightest);
  const white = Math.min(1, Math.max(shown, lit / whitestPaint));
  const level = Math.max(least, white ** belief);
  const bright = toneOfBright(cells, shining, shown);
  const own = greyness(tone, coloured);
  const around = (1 - own) * greyness(bright, colouredBright) * belief;
  const of = (channel: 0 | 1 | 2) => level * tone[channel] ** own * bright[channel] ** around;
  return [of(0), of(1), of(2)];
}

/** What is bright and not clipped is white more often than anything else. */
function toneOfBright({ red, green, blue }: Cells, shining: Float32Array, shown: number): Rgb {
  const from = quantile(shining, brightFrom);
  const isBright = shining.map((value) => (value >= from && value <= Math.min(shown, clipped) ? 1 : 0));
  const middle = (plane: Float32Array) => quantile(where(plane, isBright), 0.5);
  const [r, g, b] = [middle(red), middle(green), middle(blue)];
  const luminance = luminanceOf(r, g, b);
  return luminance > 0 ? [r / luminance, g / luminance, b / luminance] : [1, 1, 1];
}

/** 1 for what is grey but for its light, 0 for what is coloured. */
function greyness(tone: Rgb, coloured: number): number {
  const spread = Math.max(...tone) - Math.min(...tone);
  return Math.min(1, Math.max(0, (coloured - spread) / (coloured - greyish)));
}
