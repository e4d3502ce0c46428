'use client';

import type { FramePoint, PixelRect } from '@pinpaint/domain';
import { useEffect, useRef, useState } from 'react';
import { toBoard } from '../../board/canvas/camera.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import type { StageCamera } from './stageCamera.ts';

export type CrosshairProps = {
  readonly camera: StageCamera;
  readonly bounds: PixelRect;
  readonly onPlace: (point: FramePoint) => void;
  readonly onLeave: () => void;
};

const { crosshair, crosshairHint } = texts.client.picture;

/** A mark that arrow keys move over the picture, for who has no pointer. */
export function Crosshair({ camera, bounds, onPlace, onLeave }: CrosshairProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(() => {
    const { width, height } = camera.view().size;
    return { x: width / 2, y: height / 2 };
  });
  useEffect(() => ref.current?.focus(), []);
  const { x, y } = toBoard(camera.view().camera, at);
  const percent = (n: number) => Math.round(Math.min(1, Math.max(0, n)) * 100);
  const says = crosshair(percent((x - bounds.x) / bounds.width), percent((y - bounds.y) / bounds.height));
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    const by = steps[event.key];
    if (event.key === 'Escape') onLeave();
    if (!by) return;
    event.preventDefault();
    const px = event.shiftKey ? 50 : 10;
    const { width, height } = camera.view().size;
    const inside = (n: number, most: number) => Math.min(most - 2, Math.max(2, n));
    setAt({ x: inside(at.x + by[0] * px, width), y: inside(at.y + by[1] * px, height) });
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        aria-label={`${says}. ${crosshairHint}`}
        className="-mt-6 -ml-6 absolute size-12 rounded-full"
        style={{ left: at.x, top: at.y }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
        onClick={() => onPlace([x, y])}
      >
        <svg width="48" height="48" viewBox="0 0 48 48" fill="none" aria-hidden="true">
          <path d="M24 2v16M24 30v16M2 24h16M30 24h16" stroke="#000" strokeOpacity="0.55" strokeWidth="5" />
          <path d="M24 2v16M24 30v16M2 24h16M30 24h16" stroke="#ffd84a" strokeWidth="2.5" />
        </svg>
      </button>
      <p
        aria-live="polite"
        className="-translate-x-1/2 pointer-events-none absolute top-3 left-1/2 whitespace-nowrap rounded-full bg-[var(--scrim)] px-3.5 py-2 text-13 text-[var(--on-scrim)]"
      >
        {says}
      </p>
    </>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
