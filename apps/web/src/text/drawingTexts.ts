import { enDrawing } from './enDrawing.ts';

/** What is said of pictures from words: another language is one more catalogue of this shape. */
export const drawingTexts: typeof enDrawing = enDrawing;
