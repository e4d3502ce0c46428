'use client';

import type { FrameId, FramePoint } from '@pinpaint/domain';
import { type PointerEvent, useRef } from 'react';
import { boardToFrame } from '../canvas/camera.ts';
import { useBoardContext } from '../state/BoardContext.tsx';

/** A step of a drag, in frame space: by how much, and where the held point is to be. */
export type DragStep = {
  readonly dx: number;
  readonly dy: number;
  readonly to: FramePoint;
  readonly keepsShape: boolean;
};

/**
 * A drag of something on a picture, in the frame's own pixels at any zoom.
 *
 * @param held where the thing is that is dragged; it stays as far from the pointer as it was taken
 */
export function useDrag(frameId: FrameId, onStep: (step: DragStep) => void, held: FramePoint = [0, 0]) {
  const { store } = useBoardContext();
  const taken = useRef<{ readonly last: FramePoint; readonly offset: FramePoint } | null>(null);
  const pointOf = ({ clientX, clientY }: PointerEvent): FramePoint | null => {
    const { camera, places } = store.getState();
    const place = places.get(frameId);
    if (!place) return null;
    const [fromX, fromY] = boardToFrame(place, camera);
    const scale = place.scale * camera.scale;
    return [fromX + clientX / scale, fromY + clientY / scale];
  };
  return {
    onPointerDown(event: PointerEvent<Element>) {
      const at = pointOf(event);
      if (event.button !== 0 || !at) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      taken.current = { last: at, offset: [held[0] - at[0], held[1] - at[1]] };
    },
    onPointerMove(event: PointerEvent<Element>) {
      const at = pointOf(event);
      if (!taken.current || !at) return;
      const { last, offset } = taken.current;
      taken.current = { last: at, offset };
      onStep({
        dx: at[0] - last[0],
        dy: at[1] - last[1],
        to: [at[0] + offset[0], at[1] + offset[1]],
        keepsShape: event.shiftKey,
      });
    },
    onPointerUp: () => {
      taken.current = null;
    },
    onPointerCancel: () => {
      taken.current = null;
    },
  };
}
