'use client';

import type { FrameId, FramePoint } from '@pinpaint/domain';
import type { KeyboardEvent } from 'react';
import { kitTexts } from '../../text/kitTexts.ts';
import { classes } from '../../ui/classes.ts';
import { frameToBoard, toScreen } from '../canvas/camera.ts';
import { usePlaced } from '../canvas/usePlaced.ts';
import { useDrag } from './useDrag.ts';

export type HandleProps = {
  readonly frameId: FrameId;
  readonly name: string;
  readonly kind: 'corner' | 'rim' | 'whole';
  readonly at: FramePoint;
  readonly onMove: (point: FramePoint, how: { readonly keepsShape: boolean }) => void;
};

/** With Shift. */
const farStepPx = 10;
const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A point of the artwork on the picture, as large at any zoom. */
export function Handle({ frameId, name, kind, at, onMove }: HandleProps) {
  const spot = usePlaced<HTMLButtonElement>((element, { camera, places }) => {
    const place = places.get(frameId);
    element.style.display = place ? '' : 'none';
    if (!place) return;
    const { x, y } = toScreen(camera, frameToBoard(place, at));
    element.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
  });
  const drag = useDrag(frameId, ({ to, keepsShape }) => onMove(to, { keepsShape }), at);
  const nudge = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? farStepPx : 1;
    onMove([at[0] + arrow[0] * step, at[1] + arrow[1] * step], { keepsShape: false });
  };
  return (
    <button
      ref={spot}
      type="button"
      data-handle="true"
      aria-label={kitTexts.place.handle(name, at[0], at[1])}
      title={name}
      onKeyDown={nudge}
      className="pointer-events-auto absolute top-0 left-0 z-20 grid size-7 pointer-coarse:size-11 cursor-move touch-none place-items-center rounded-full"
      {...drag}
    >
      <span
        aria-hidden="true"
        className={classes(
          'block bg-halo shadow-[0_0_0_1.5px_var(--ink),0_1px_3px_rgb(0_0_0/.5)]',
          shapes[kind],
        )}
      />
    </button>
  );
}

const shapes = {
  corner: 'size-3 rounded-full',
  rim: 'h-2 w-5 rounded-full',
  whole: 'size-2.5 rotate-45',
} as const satisfies Record<HandleProps['kind'], string>;
