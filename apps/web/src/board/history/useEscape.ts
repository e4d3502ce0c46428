'use client';

import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/isTyping.ts';

/** Escape does this, wherever the focus is but in a field, a menu or a dialog. */
export function useEscape(deed: () => void): void {
  const newest = useRef(deed);
  newest.current = deed;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isTyping(event)) return;
      event.preventDefault();
      event.stopPropagation();
      newest.current();
    };
    // Before the canvas, whose Escape lets the frame go.
    addEventListener('keydown', pressed, { capture: true });
    return () => removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
