import { inflateRect, type Placement, surfaceBounds } from '@pinpaint/domain';
import { boardRectOf, fit, screenRectOf } from '../canvas/camera.ts';
import { freeSides } from '../panels/pins/goToPin.ts';
import type { BoardStore, Placing } from '../state/boardStore.ts';

/** On the screen; smaller, and an artwork's handles lie over each other. */
const leastPx = 200;
/** Round the artwork, in shares of its longer side: what it lies on has to be seen. */
const around = 0.6;

/** Brings an artwork that is seen small so near that its corners can be taken; another view stays as it is. */
export function lookClosely(
  store: BoardStore,
  { frameId }: Pick<Placing, 'frameId'>,
  placement: Placement,
): void {
  const { camera, places, view } = store.getState();
  const place = places.get(frameId);
  const bounds = surfaceBounds(placement.surface);
  const seen = place && screenRectOf(camera, place, bounds);
  if (!place || !seen || Math.max(seen.width, seen.height) >= leastPx) return;
  const shown = inflateRect(bounds, Math.ceil(around * Math.max(bounds.width, bounds.height)));
  store.setState({ camera: fit(boardRectOf(place, shown), view, freeSides(view)), following: null });
}
