import { enEstimate } from './enEstimate.ts';

/** What an estimate says besides its figures: another language is one more catalogue of this shape. */
export const estimateTexts: typeof enEstimate = enEstimate;
