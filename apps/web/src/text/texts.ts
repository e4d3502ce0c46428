import { en } from './en.ts';

/** Every word a screen says. Another language is one more catalogue of this shape, chosen here and in `clientTexts`. */
export type Texts = typeof en;

export const texts: Texts = en;
