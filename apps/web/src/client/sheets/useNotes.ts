'use client';

import type { ClientPin, ClientVersion } from '../../data/types.ts';
import type { NoteLetter } from '../outbox/letter.ts';
import { type NoteWord, noteWord } from '../picture/noteWord.ts';
import { versionStage } from '../picture/versionStage.ts';
import { useLetters, useReview, useReviewParts } from '../review/ReviewContext.tsx';

export type Note = ClientPin & { readonly word: NoteWord };

export type Notes = {
  readonly pins: readonly Note[];
  /** What the next one is likely to get: the studio's own count too. */
  readonly nextNumber: number;
  /** Written here and not sent yet, or refused. */
  readonly letters: readonly NoteLetter[];
};

const none: readonly ClientPin[] = [];
const noVersions: readonly ClientVersion[] = [];

/** A picture's notes that were written through review links: the studio's own are its own affair. */
export function useNotes(frameId: string): Notes {
  const all = useReview((state) => state.pins[frameId] ?? none);
  const versions = useReview((state) => state.versions[frameId] ?? noVersions);
  const guestId = useReviewParts().review.guest.id;
  const letters = useLetters();
  const stage = versionStage(versions, guestId);
  const pins = all
    .filter(({ by }) => by.kind === 'guest')
    .map((pin) => ({ ...pin, word: noteWord(pin, stage) }));
  const known = new Set<string>(all.map(({ id }) => id));
  return {
    pins,
    nextNumber: Math.max(0, ...all.map(({ number }) => number)) + 1,
    letters: letters.filter(
      (letter): letter is NoteLetter =>
        letter.kind === 'note' &&
        letter.frameId === frameId &&
        (letter.refused !== null || !known.has(letter.id)),
    ),
  };
}
