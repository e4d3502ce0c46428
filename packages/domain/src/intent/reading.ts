import type { Wish } from './intent.ts';

/** What a reader made of one clause. */
export type Reading = {
  readonly wish: Wish;
  readonly confidence: number;
  /** Asked for, not only said: “the cable is distracting” is said. */
  readonly isAsked: boolean;
};

export const sure = 0.9;
/** A thing was meant by “it” or “this”: the region says which. */
const pointed = 0.8;
export const likely = 0.75;
/** Below `confidentReading`: a person has to look. */
export const doubtful = 0.5;

export function asked(wish: Wish, confidence: number): Reading {
  return { wish, confidence, isAsked: true };
}

/** How sure a reader is of a thing: less without a name, and less of a name as long as a story. */
export function sureOf(thing: string | null): number {
  if (thing === null) return pointed;
  return thing.length > longThing || holdsSentence.test(thing) ? doubtful : sure;
}

const longThing = 90;
/** No name of a thing has these: a sentence was taken for one. */
const holdsSentence =
  /(?:^|\s)(?:be|is|are|was|it|i|we|you|make|should|could|can|isn't|looks|perfect|prefer|love|darker|brighter|warmer|cooler)(?:\s|$)/i;
