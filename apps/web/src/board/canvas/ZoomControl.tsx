'use client';

import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { showAll, showFullSize, zoomBy, zoomOf } from './viewActions.ts';

const words = texts.canvas;
const step = 1.25;

export function ZoomControl() {
  const { store } = useBoardContext();
  const percent = usePercent();
  return (
    <div className="pointer-events-auto flex items-center gap-px rounded-2 bg-raised p-0.75 shadow-2">
      <IconButton
        icon={Minus}
        label={words.zoomOut}
        keys="−"
        side="top"
        onClick={() => zoomBy(store, 1 / step)}
      />
      <button
        type="button"
        aria-label={`${words.zoomPercent(percent)}. ${words.zoomMeaning}`}
        title={words.zoomMeaning}
        onClick={() => showFullSize(store)}
        className="num h-7 w-13 rounded-2 font-medium text-12 hover:bg-hover"
      >
        {words.zoomPercent(percent)}
      </button>
      <IconButton icon={Plus} label={words.zoomIn} keys="+" side="top" onClick={() => zoomBy(store, step)} />
      <IconButton icon={Maximize} label={words.showAll} keys="1" side="top" onClick={() => showAll(store)} />
    </div>
  );
}

/** It is told a few times a second: a figure that runs with the wheel is not read. */
function usePercent(): number {
  const { store } = useBoardContext();
  const [percent, setPercent] = useState(() => percentOf(zoomOf(store.getState())));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setPercent(percentOf(zoomOf(store.getState())));
      }, 80);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);
  return percent;
}

function percentOf(zoom: number): number {
  return Math.max(1, Math.round(zoom * 100));
}
