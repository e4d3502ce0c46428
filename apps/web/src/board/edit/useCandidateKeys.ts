'use client';

import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/isTyping.ts';

export type CandidateKeys = {
  readonly flip: (by: 1 | -1) => void;
  readonly take: () => void;
  readonly discard: () => void;
  /** Of what asks first; null while nothing asks. */
  readonly keep: (() => void) | null;
};

/** ← and → flip, Enter takes, Backspace discards. */
export function useCandidateKeys(keys: CandidateKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isForAnother(event)) return;
      const { flip, take, discard, keep } = newest.current;
      if (event.key === 'ArrowLeft') flip(-1);
      else if (event.key === 'ArrowRight') flip(1);
      else if (event.key === 'Enter') take();
      else if (event.key === 'Backspace') discard();
      else if (event.key === 'Escape' && keep) keep();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the canvas, whose Escape lets the pin go.
    addEventListener('keydown', pressed, { capture: true });
    return () => removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

/** Enter presses the button that has the focus, and arrows choose in a group of radios or tabs. */
function isForAnother({ key, target }: KeyboardEvent): boolean {
  // Its own pin's mark has nothing else to do than to stand for what is chosen from here.
  const own = '[data-candidate], [data-pin][aria-current="true"]';
  if (!(target instanceof HTMLElement) || target.closest(own)) return false;
  if (key === 'Enter') return target.closest('button, a, [role="button"]') !== null;
  return (
    key.startsWith('Arrow') &&
    target.closest('[role="radiogroup"], [role="tablist"], [role="slider"]') !== null
  );
}
