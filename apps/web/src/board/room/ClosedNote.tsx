'use client';

import { texts } from '../../text/texts.ts';
import { buttonClasses } from '../../ui/Button.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useBoard } from '../state/BoardContext.tsx';

const words = texts.board;

/** One's place here has ended. A whole page is loaded next, so that nothing that was read stays in memory. */
export function ClosedNote() {
  const closed = useBoard((state) => state.closed) ?? 'gone';
  const { title, happened, kept } = words.closed[closed];
  const isOut = closed === 'signed-out';
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="w-[min(440px,100%)] rounded-3 bg-raised p-5 shadow-2">
        <ProblemNote title={title} happened={happened} kept={kept}>
          <a
            href={isOut ? `/sign-in?to=${here()}` : '/projects'}
            className={buttonClasses({ look: 'primary', size: 'big' })}
          >
            {isOut ? words.signInAgain : words.toProjects}
          </a>
        </ProblemNote>
      </div>
    </main>
  );
}

function here(): string {
  return encodeURIComponent(location.pathname + location.search);
}
