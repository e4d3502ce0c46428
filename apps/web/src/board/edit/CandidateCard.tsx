'use client';

import { TriangleAlert } from 'lucide-react';
import { sessionApi } from '../../data/api.ts';
import type { Candidate } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { FigureMark } from './FigureMark.tsx';
import { figuresOf, otherWarnings } from './figures.ts';

export type CandidateCardProps = {
  readonly candidate: Candidate;
  readonly letter: string;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
};

/** A candidate small, with its letter and its four figures always in the same places. */
export function CandidateCard({ candidate, letter, isCurrent, onChoose }: CandidateCardProps) {
  const others = otherWarnings(candidate);
  const warnings = others > 0 && texts.edit.figures.others(others);
  return (
    <li
      aria-current={isCurrent ? 'true' : undefined}
      className={classes(
        'relative flex h-17 w-39.5 gap-2 rounded-2 p-1.5',
        isCurrent ? 'bg-hover shadow-[0_0_0_2px_var(--accent-edge)]' : 'bg-panel hover:bg-hover',
      )}
    >
      <button
        type="button"
        data-candidate=""
        aria-label={texts.edit.candidate(letter)}
        aria-pressed={isCurrent}
        onClick={onChoose}
        className="relative h-14 w-18 shrink-0 overflow-hidden after:absolute after:-inset-1.5"
      >
        <Picture
          src={sessionApi.url(`/candidates/${candidate.id}/preview.png`)}
          alt=""
          className="size-full object-cover"
        />
        <b className="absolute top-0.75 left-0.75 rounded-[3px] bg-scrim px-1 font-semibold text-10 text-on-scrim">
          {letter}
        </b>
      </button>
      {warnings && (
        <Tip says={warnings} side="top">
          <button
            type="button"
            aria-label={warnings}
            className="absolute bottom-1 left-1 z-10 grid size-5 place-items-center rounded-1 bg-scrim text-[#ff9f66]"
          >
            <TriangleAlert size={12} aria-hidden="true" />
          </button>
        </Tip>
      )}
      <span className="grid flex-1 grid-cols-2 content-center gap-x-1 gap-y-1.25">
        {figuresOf(candidate).map((figure) => (
          <FigureMark key={figure.name} figure={figure} />
        ))}
      </span>
    </li>
  );
}
