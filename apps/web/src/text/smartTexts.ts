import { enSmart } from './enSmart.ts';

/** What Smart select says: another language is one more catalogue of this shape. */
export const smartTexts: typeof enSmart = enSmart;
