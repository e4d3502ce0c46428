'use client';

import { boundsOfRegion, type PixelRect } from '@pinpaint/domain';
import type { Pin } from '../../data/types.ts';
import { type ScreenRect, screenRectOf, type ViewSize } from '../canvas/camera.ts';
import { reachOf } from '../canvas/viewActions.ts';
import { useBoard } from '../state/BoardContext.tsx';
import type { BoardState } from '../state/boardStore.ts';

export type Anchors = {
  readonly frame: ScreenRect;
  /** Of the pin; the whole frame where it points at none. */
  readonly region: ScreenRect;
  readonly view: ViewSize;
};

/** Where a pin's frame and region are seen on the canvas just now; null while the canvas has no place for them. */
export function useAnchors(pin: Pin | undefined): Anchors | null {
  const camera = useBoard((state) => state.camera);
  const view = useBoard((state) => state.view);
  const places = useBoard((state) => state.places);
  const bounds = useBoard((state) => state.bounds);
  const grown = useBoard((state) => state.grown);
  return pin ? anchorsOf({ camera, view, places, bounds, grown }, pin) : null;
}

export function anchorsOf(
  { camera, view, places, ...state }: Pick<BoardState, 'camera' | 'view' | 'places' | 'bounds' | 'grown'>,
  pin: Pick<Pin, 'frameId' | 'region'>,
): Anchors | null {
  const [place, covered] = [places.get(pin.frameId), reachOf(state, pin.frameId)];
  if (!place || !covered || view.width === 0) return null;
  const region = boundsOfRegion(pin.region) ?? pointOf(pin) ?? covered;
  return {
    frame: screenRectOf(camera, place, covered),
    region: screenRectOf(camera, place, region),
    view,
  };
}

function pointOf({ region }: Pick<Pin, 'region'>): PixelRect | null {
  return region.kind === 'point' ? { x: region.x, y: region.y, width: 1, height: 1 } : null;
}
