'use client';

import type { PixelRect } from '@pinpaint/domain';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PictureViewStore } from '../../pictures/pictureView.ts';
import { followStage } from './followStage.ts';

export type StageProps = {
  readonly view: PictureViewStore;
  /** All there is to see, in frame space. */
  readonly whole: PixelRect;
  readonly children: ReactNode;
};

/** Where a picture is looked at: moved, zoomed, and marked. */
export function Stage({ view, whole, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stage.current) return followStage(stage.current, view, whole);
  }, [view, whole]);
  return (
    <div
      ref={stage}
      className="relative size-full min-h-0 min-w-0 cursor-grab touch-none select-none overflow-hidden bg-surround active:cursor-grabbing"
    >
      {children}
    </div>
  );
}
