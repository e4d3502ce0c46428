'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useSession } from '../room/SessionContext.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import type { BoardState } from '../state/boardStore.ts';

/**
 * An element that goes with the view: `place` puts it where it belongs, in each picture that is drawn, and
 * React has no part in that.
 */
export function usePlaced<E extends Element>(
  place: (element: E, state: BoardState) => void,
): RefObject<E | null> {
  const { store } = useBoardContext();
  const { loop } = useSession();
  const element = useRef<E>(null);
  const newest = useRef(place);
  useEffect(() => {
    newest.current = place;
    loop.ask();
  });
  useEffect(
    () =>
      loop.add(() => {
        if (element.current) newest.current(element.current, store.getState());
      }),
    [loop, store],
  );
  return element;
}
