import { enKit } from './enKit.ts';

/** What the brand kit and the placing of artworks say: another language is one more catalogue of this shape. */
export const kitTexts: typeof enKit = enKit;
