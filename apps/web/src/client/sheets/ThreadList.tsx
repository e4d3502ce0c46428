'use client';

import type { Message } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { timeAgo } from '../../ui/timeAgo.ts';
import { useNow } from '../../ui/useNow.ts';
import type { Letter } from '../outbox/letter.ts';
import { useReviewParts } from '../review/ReviewContext.tsx';

export type ThreadListProps = {
  readonly messages: readonly Message[];
  /** Answers that have not been sent yet. */
  readonly waiting: readonly Letter[];
};

const { you, studio, guest } = texts.client.pin;

export function ThreadList({ messages, waiting }: ThreadListProps) {
  const now = useNow();
  const { review } = useReviewParts();
  const nameOf = ({ kind, id }: Message['by']) =>
    id === review.guest.id ? you : kind === 'guest' ? guest : studio;
  const known = new Set(messages.map(({ id }) => id));
  const rows = [
    ...messages.map(({ id, text, by, createdAt }) => ({
      id,
      text,
      says: `${nameOf(by)}, ${timeAgo(createdAt, now)}`,
    })),
    ...waiting
      .filter(({ id }) => !known.has(id))
      .map(({ id, text, refused }) => ({
        id,
        text,
        says: `${you}, ${(refused?.title ?? texts.client.outbox.waiting).toLowerCase()}`,
      })),
  ];
  if (rows.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-3 border-line border-t pt-3.5">
      {rows.map(({ id, text, says }) => (
        <li key={id}>
          <p className="text-13 text-text-2">{says}</p>
          <p className="whitespace-pre-wrap text-15">{text}</p>
        </li>
      ))}
    </ul>
  );
}
