'use client';

import { Clock, TriangleAlert } from 'lucide-react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { PinMark } from '../../ui/PinMark.tsx';
import type { NoteLetter } from '../outbox/letter.ts';
import { noteWords, shapeOfWord } from '../picture/noteWord.ts';
import { useReviewParts } from '../review/ReviewContext.tsx';
import type { Notes } from './useNotes.ts';

export type NoteListProps = {
  readonly notes: Notes;
  readonly openPinId: string | null;
  readonly onOpen: (pinId: string) => void;
};

/** All notes of a picture in plain words; what waits to be sent stands last. */
export function NoteList({ notes: { pins, letters }, openPinId, onOpen }: NoteListProps) {
  if (pins.length + letters.length === 0) {
    return <p className="text-15 text-text-2">{texts.client.picture.noNotes}</p>;
  }
  return (
    <ul className="grid gap-1">
      {pins.map(({ id, number, word, note, declineReason }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === openPinId || undefined}
            onClick={() => onOpen(id)}
            className="-mx-2.5 flex w-[calc(100%+20px)] items-start gap-3 rounded-3 px-2.5 py-2 text-left hover:bg-hover active:bg-pressed aria-[current]:bg-hover"
          >
            <PinMark number={number} state={shapeOfWord[word]} label="" />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 text-15">{note}</span>
              <span className="block text-13 text-text-2">
                {noteWords[word]}
                {declineReason && `: ${declineReason}`}
              </span>
            </span>
          </button>
        </li>
      ))}
      {letters.map((letter) => (
        <LetterRow key={letter.id} letter={letter} />
      ))}
    </ul>
  );
}

const { waiting, refused: notSent, again, discard } = texts.client.outbox;

function LetterRow({ letter: { id, text, refused } }: { readonly letter: NoteLetter }) {
  const { outbox } = useReviewParts();
  const Icon = refused ? TriangleAlert : Clock;
  return (
    <li className="flex items-start gap-3 py-2">
      <span className="grid size-6.5 shrink-0 place-items-center">
        <Icon size={20} className={refused ? 'text-attention' : 'text-text-2'} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-15">{text}</p>
        <p className="text-13 text-text-2">{refused ? `${notSent}: ${refused.title}` : waiting}</p>
        {refused && (
          <div className="mt-2 flex gap-2">
            <Button size="touch" onClick={() => void outbox.again(id)}>
              {again}
            </Button>
            <Button look="quiet" size="touch" onClick={() => void outbox.discard(id)}>
              {discard}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
