'use client';

import { ChevronLeft, ChevronRight, LayoutGrid, MessageSquare } from 'lucide-react';
import type { Frame } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { useReviewParts } from '../review/ReviewContext.tsx';
import { Way } from './Way.tsx';

/** The pictures around one, in the order of the overview. */
export type Neighbours = {
  /** Beginning with 1. */
  readonly place: number;
  readonly count: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
};

export type PictureBarProps = {
  readonly frame: Frame;
  readonly neighbours: Neighbours;
  readonly noteCount: number;
  readonly onOpenNotes: () => void;
};

const words = texts.client.picture;

export function PictureBar({ frame, neighbours, noteCount, onOpenNotes }: PictureBarProps) {
  const { place, count, previousId, nextId } = neighbours;
  const { review } = useReviewParts();
  return (
    <section
      aria-label={frame.name}
      className="flex h-14 items-center gap-1 bg-panel px-1 md:border-line md:border-b"
    >
      {count > 1 && (
        <a
          href="#all"
          aria-label={words.all}
          title={words.all}
          className="grid size-12 shrink-0 place-items-center rounded-3 hover:bg-hover active:bg-pressed"
        >
          <LayoutGrid size={20} strokeWidth={1.75} aria-hidden="true" className="max-md:hidden" />
          <ChevronLeft size={24} strokeWidth={1.75} aria-hidden="true" className="md:hidden" />
        </a>
      )}
      <div className={count > 1 ? 'min-w-0 flex-1' : 'min-w-0 flex-1 pl-3'}>
        <h1 className="truncate font-semibold text-[15px]/5">{frame.name}</h1>
        <p className="truncate text-13 text-text-2">{words.place(review.project.name, place, count)}</p>
      </div>
      <Way to={previousId} icon={ChevronLeft} label={words.previous} className="max-md:hidden" />
      <Way to={nextId} icon={ChevronRight} label={words.next} className="max-md:hidden" />
      <button
        type="button"
        onClick={onOpenNotes}
        className="flex h-12 shrink-0 items-center gap-1.75 rounded-3 px-3 font-medium text-[15px]/5 hover:bg-hover active:bg-pressed md:hidden"
      >
        <MessageSquare size={20} strokeWidth={1.75} aria-hidden="true" />
        {words.noteCount(noteCount)}
      </button>
    </section>
  );
}
