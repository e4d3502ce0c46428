'use client';

import type { FrameId, Region } from '@pinpaint/domain';
import type { RefObject } from 'react';
import { useBoardContext } from '../../state/BoardContext.tsx';
import type { BoardState } from '../../state/boardStore.ts';
import { frameToBoard, type ScreenPoint, toScreen } from '../camera.ts';
import { usePlaced } from '../usePlaced.ts';
import { anchorOf } from './anchorOf.ts';

export type SpotWish = {
  readonly frameId: FrameId;
  readonly region: Region;
  /** Of the element's corner from the spot, in screen pixels. */
  readonly shift: readonly [dx: number, dy: number];
};

/** Keeps an element on the spot of a region, at its own size. */
export function useSpot<E extends HTMLElement>(
  wish: SpotWish,
): { readonly ref: RefObject<E | null>; readonly at: () => ScreenPoint } {
  const { store } = useBoardContext();
  const ref = usePlaced<E>((element, state) => {
    const at = spotOf(wish, state);
    element.style.display = at ? '' : 'none';
    if (at) element.style.transform = `translate(${at.x}px, ${at.y}px)`;
  });
  return { ref, at: () => spotOf(wish, store.getState()) ?? { x: 0, y: 0 } };
}

function spotOf({ frameId, region, shift }: SpotWish, state: BoardState): ScreenPoint | null {
  const [place, bounds] = [state.places.get(frameId), state.bounds.get(frameId)];
  if (!place || !bounds) return null;
  const { x, y } = toScreen(state.camera, frameToBoard(place, anchorOf(region, bounds)));
  return { x: x + shift[0], y: y + shift[1] };
}
