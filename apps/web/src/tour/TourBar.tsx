'use client';

import { Smartphone, X } from 'lucide-react';
import { texts } from '../text/texts.ts';
import { Button, buttonClasses } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { clientPage } from './clientPage.ts';
import { FreshStart } from './FreshStart.tsx';
import { ToDecision } from './ToDecision.tsx';
import { TourStepMark } from './TourStepMark.tsx';
import { dismissTour } from './tourState.ts';
import type { TourProgress } from './useTourSteps.ts';

const words = texts.tour;

export type TourBarProps = {
  readonly progress: TourProgress;
  readonly showsPhone: boolean;
  readonly onPhone: () => void;
};

/** On the demo board, below its bar: what comes next, ticked off by what is there. It covers nothing. */
export function TourBar({ progress, showsPhone, onPhone }: TourBarProps) {
  const { tour, done, isSpent, submittedId } = progress;
  const next = isSpent ? null : progress.next;
  const said = isSpent ? words.spent : next === -1 ? words.allDone : null;
  return (
    <aside
      aria-label={words.title}
      className="col-span-full row-start-2 flex min-h-11 min-w-0 items-center gap-4 max-md:gap-2 border-line border-b bg-raised py-1 pr-2 pl-4"
    >
      <ol className="flex min-w-0 flex-1 items-center gap-5">
        {words.steps.map(({ title, lead }, i) => (
          <li
            key={title}
            aria-current={i === next ? 'step' : undefined}
            className={classes(
              'items-center gap-2 text-12',
              i === next ? 'flex min-w-0 flex-1' : 'hidden shrink-0 text-text-2 lg:flex',
            )}
          >
            <TourStepMark n={i + 1} isDone={done[i] === true} />
            <span className={classes('md:shrink-0', i === next && 'font-semibold')}>{title}</span>
            {i === next && (
              <span className="hidden min-w-0 truncate text-text-2 md:inline" title={lead}>
                {lead}
              </span>
            )}
          </li>
        ))}
        {said && <li className="min-w-0 text-12 text-text-2 md:truncate">{said}</li>}
      </ol>
      {(isSpent || next === -1) && <FreshStart look={isSpent ? 'primary' : 'line'} />}
      {next === 2 && submittedId && <ToDecision boardId={tour.boardId} versionId={submittedId} />}
      {next === 0 && (
        <a
          href={clientPage(tour)}
          target="_blank"
          rel="noreferrer"
          className={buttonClasses({ look: 'line' }, 'h-9 lg:hidden')}
        >
          {words.clientPage}
        </a>
      )}
      <Button look="quiet" className="max-lg:hidden" aria-expanded={showsPhone} onClick={onPhone}>
        <Smartphone size={15} strokeWidth={1.75} aria-hidden="true" />
        {showsPhone ? words.hidePhone : words.showPhone}
      </Button>
      <IconButton icon={X} label={words.dismiss} onClick={dismissTour} />
    </aside>
  );
}
