import { enMatch } from './enMatch.ts';

/** What showing a match’s reference says: another language is one more catalogue of this shape. */
export const matchTexts: typeof enMatch = enMatch;
