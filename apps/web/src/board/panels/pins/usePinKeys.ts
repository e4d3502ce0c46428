'use client';

import { useEffect, useRef } from 'react';
import type { Frame, Pin } from '../../../data/types.ts';
import { isTyping } from '../../../ui/isTyping.ts';
import { useBoardContext } from '../../state/BoardContext.tsx';
import { goToPin } from './goToPin.ts';
import { neighbourPin } from './pinList.ts';

/** "." and "," go to the next and the previous pin; returns the same for buttons. */
export function usePinKeys(pins: readonly Pin[], frames: readonly Frame[]): (step: 1 | -1) => void {
  const { store } = useBoardContext();
  const step = (by: 1 | -1) => {
    const next = neighbourPin(pins, frames, { from: store.getState().pinId, step: by });
    if (next) goToPin(store, next);
  };
  const newest = useRef(step);
  newest.current = step;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === '.') newest.current(1);
      if (event.key === ',') newest.current(-1);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return step;
}
