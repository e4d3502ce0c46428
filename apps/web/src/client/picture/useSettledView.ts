'use client';

import { useEffect, useState } from 'react';
import type { StageCamera, StageView } from './stageCamera.ts';

/** Tiles are chosen anew as often as this while the picture moves. */
const settleMs = 90;

/** The camera for what need not follow each move of a finger. */
export function useSettledView(camera: StageCamera): StageView {
  const [view, setView] = useState(camera.view);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      timer = undefined;
      setView(camera.view());
    };
    const stop = camera.subscribe(() => {
      timer ??= setTimeout(settle, settleMs);
    });
    settle();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [camera]);
  return view;
}
