'use client';

import type { ClientPin } from '../../data/types.ts';
import type { NoteLetter } from '../outbox/letter.ts';
import { useLetters, useReview } from '../review/ReviewContext.tsx';

export type Notes = {
  readonly pins: readonly ClientPin[];
  /** Written here and not sent yet, or refused. */
  readonly letters: readonly NoteLetter[];
};

const none: readonly ClientPin[] = [];

/** A picture's notes that were written through review links: the studio's own are its own affair. */
export function useNotes(frameId: string): Notes {
  const all = useReview((state) => state.pins[frameId] ?? none);
  const letters = useLetters();
  const pins = all.filter(({ by }) => by.kind === 'guest');
  const known = new Set<string>(all.map(({ id }) => id));
  return {
    pins,
    letters: letters.filter(
      (letter): letter is NoteLetter =>
        letter.kind === 'note' &&
        letter.frameId === frameId &&
        (letter.refused !== null || !known.has(letter.id)),
    ),
  };
}
