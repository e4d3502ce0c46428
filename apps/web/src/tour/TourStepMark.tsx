import { Check } from 'lucide-react';
import { texts } from '../text/texts.ts';
import { classes } from '../ui/classes.ts';

const words = texts.tour;

/** A number in a ring, or a tick in a square: told apart without colour. */
export function TourStepMark({ n, isDone }: { readonly n: number; readonly isDone: boolean }) {
  return (
    <span
      className={classes(
        'num grid size-5 shrink-0 place-items-center font-semibold text-11',
        isDone
          ? 'rounded-1 bg-resolved text-on-state'
          : 'rounded-full shadow-[inset_0_0_0_1.5px_var(--line-control)]',
      )}
    >
      {isDone ? <Check size={13} strokeWidth={2.5} aria-hidden="true" /> : n}
      <span className="sr-only">{isDone ? words.done : words.open}</span>
    </span>
  );
}
