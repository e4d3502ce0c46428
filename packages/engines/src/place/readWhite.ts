import type { RgbCrop } from '../engine.ts';
import { cellsOf, luminances, quantile } from './cells.ts';

/** Enough to find what is bright; smaller, and a bright spot would be averaged away. */
const most = 160;
/** No paint gives back more than this of its light. */
const whitestPaint = 0.9;
/** What is brighter than this much of the picture is a lamp or a reflection. */
const brightest = 0.97;
/** The darkest a white label may look: below that a picture is dark on purpose, and says nothing of its light. */
const least = 0.35;
/**
 * How far what a picture shows is believed: all the way would turn a white label dark wherever nothing white happens
 * to be near it.
 */
const belief = 0.6;

/** The linear light that white paper would have there: the artwork's own white, 0.35…1. */
export function readWhite(crop: RgbCrop, surface: number): number {
  const all = { x: 0, y: 0, width: crop.width, height: crop.height };
  const shown = quantile(luminances(cellsOf(crop, all, most)), brightest);
  const white = Math.min(1, Math.max(shown, surface / whitestPaint));
  return Math.max(least, white ** belief);
}
