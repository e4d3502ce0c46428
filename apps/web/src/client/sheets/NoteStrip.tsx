'use client';

import { Clock } from 'lucide-react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { classes } from '../../ui/classes.ts';
import { PinMark } from '../../ui/PinMark.tsx';
import { noteWords, shapeOfWord } from '../picture/noteWord.ts';
import type { Notes } from './useNotes.ts';

export type NoteStripProps = {
  readonly notes: Notes;
  readonly onOpen: (pinId: string) => void;
  readonly onOpenAll: () => void;
};

const chip =
  'flex min-h-12 min-w-40 flex-1 items-center gap-2.25 rounded-3 bg-panel px-2.5 py-1.5 text-left active:bg-pressed';

/** The notes under the picture, for a thumb. */
export function NoteStrip({ notes: { pins, letters }, onOpen, onOpenAll }: NoteStripProps) {
  const count = pins.length + letters.length;
  if (count === 0) return null;
  const look = classes(chip, count > 1 && 'max-w-56');
  const item = classes('flex flex-1', count === 1 && 'min-w-0');
  return (
    <ul
      aria-label={texts.client.picture.notes}
      className="flex gap-2 overflow-x-auto px-4 pt-2 pb-3 [scrollbar-width:none] md:hidden"
    >
      {pins.map(({ id, number, word, note }) => (
        <li key={id} className={item}>
          <button type="button" onClick={() => onOpen(id)} className={look}>
            <PinMark number={number} state={shapeOfWord[word]} label="" />
            <span className="min-w-0">
              <span className="block truncate font-medium text-[14px]/[18px]">{note}</span>
              <span className="block text-[13px]/[16px] text-text-2">{noteWords[word]}</span>
            </span>
          </button>
        </li>
      ))}
      {letters.map(({ id, text, refused }) => (
        <li key={id} className={item}>
          <button type="button" onClick={onOpenAll} className={look}>
            <Clock size={22} className="shrink-0 text-text-2" aria-hidden="true" />
            <span className="min-w-0">
              <span className="block truncate font-medium text-[14px]/[18px]">{text}</span>
              <span className="block text-[13px]/[16px] text-text-2">
                {refused ? texts.client.outbox.refused : texts.client.outbox.waiting}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
