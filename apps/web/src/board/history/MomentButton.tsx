'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';

export type MomentButtonProps = {
  readonly isShown: boolean;
  /** One of those a session is made of. */
  readonly isPart?: boolean | undefined;
  readonly onShow: () => void;
  readonly children: ReactNode;
};

/** A moment in the list. Arrows go to the next one, and show it. */
export function MomentButton({ isShown, isPart, onShow, children }: MomentButtonProps) {
  return (
    <button
      type="button"
      data-moment
      aria-current={isShown ? 'true' : undefined}
      onClick={onShow}
      onKeyDown={walk}
      className={classes(
        '-outline-offset-2 grid w-full gap-0.5 border-l-2 pr-3.5 text-left',
        isPart ? 'py-1.5 pl-6' : 'py-2 pl-3',
        isShown ? 'border-accent-edge bg-hover' : 'border-transparent hover:bg-hover',
      )}
    >
      {children}
    </button>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** By the order on the screen, whatever list within another they are in. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const moments = event.currentTarget.closest('aside')?.querySelectorAll<HTMLElement>('[data-moment]');
  if (!step || !moments) return;
  event.preventDefault();
  const next = moments[[...moments].indexOf(event.currentTarget) + step];
  next?.focus();
  next?.click();
}
