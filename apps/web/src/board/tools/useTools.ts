'use client';

import { type RefObject, useEffect } from 'react';
import { isTyping } from '../../ui/isTyping.ts';
import type { Sketched } from '../canvas/lines/Sketch.tsx';
import { useSession } from '../room/SessionContext.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { openWishes } from './doWish.ts';
import { ToolHost } from './ToolHost.ts';

/** Puts the tools to work on the canvas. */
export function useTools(root: RefObject<HTMLElement | null>, sketched: RefObject<Sketched>): void {
  const { store } = useBoardContext();
  const session = useSession();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const redraw = (change: Partial<Sketched>) => {
      Object.assign(sketched.current, change);
      session.loop.ask();
    };
    const onWish = openWishes({
      store,
      move: (places) => session.move(places),
      onSketch: (shape) => redraw({ shape }),
      onMarquee: (marquee) => redraw({ marquee }),
    });
    const host = new ToolHost({ root: element, store, onWish, onPoint: (at) => session.point(at) });
    const unsubscribe = store.subscribe((now, before) => {
      if (now.tool === before.tool) return;
      host.cancel();
      if (now.smart) store.setState({ smart: null, takesOff: false });
      // Whoever takes up another tool no longer points.
      if (now.matching?.onDrawn && now.tool !== 'rectangle' && now.tool !== 'lasso')
        store.setState({ matching: { ...now.matching, onDrawn: null } });
    });
    const forget = listenForSpace(host, element);
    return () => {
      forget();
      unsubscribe();
      host.stop();
    };
  }, [root, sketched, session, store]);
}

function listenForSpace(host: ToolHost, root: HTMLElement): () => void {
  const turn = (isDown: boolean) => (event: KeyboardEvent) => {
    if (event.code !== 'Space' || isTyping(event)) return;
    // Space on a button is that button's.
    if (isDown && event.target instanceof HTMLButtonElement) return;
    if (isDown) event.preventDefault();
    host.isPanning = isDown;
    root.classList.toggle('board-panning', isDown);
  };
  const [down, up] = [turn(true), turn(false)];
  addEventListener('keydown', down);
  addEventListener('keyup', up);
  return () => {
    removeEventListener('keydown', down);
    removeEventListener('keyup', up);
  };
}
