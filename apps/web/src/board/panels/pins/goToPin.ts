import { intersectRects } from '@pinpaint/domain';
import type { Pin } from '../../../data/types.ts';
import { boardRectOf, fit, type Margins, type ViewSize } from '../../canvas/camera.ts';
import { reachOf } from '../../canvas/viewActions.ts';
import { besideFrame, editPanelWidth, isNarrow } from '../../edit/anchor.ts';
import { type Anchors, anchorsOf } from '../../edit/useAnchors.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { selectPin } from '../../state/changeState.ts';

/** In CSS pixels; candidates under a frame take about as much. */
const leastWidth = 420;

/** Selects a pin from a list, and moves the view to its frame where that can't be worked on beside its panel. */
export function goToPin(store: BoardStore, pin: Pick<Pin, 'id' | 'frameId' | 'region'>): void {
  selectPin(store, pin);
  putInPlace(store, pin);
}

/** Moves the view where the selected pin's frame, as large as it becomes, is not seen whole beside its panel. */
export function putInPlace(store: BoardStore, pin: Pick<Pin, 'frameId' | 'region'>): void {
  const anchors = anchorsOf(store.getState(), pin);
  if (anchors && !isInPlace(anchors)) moveBeside(store, pin, anchors);
}

/** Moves the view when the edit panel, as high as it is, would lie over the region it is about. */
export function makeRoom(store: BoardStore, pin: Pick<Pin, 'frameId' | 'region'>, heightPx: number): void {
  const anchors = anchorsOf(store.getState(), pin);
  if (!anchors) return;
  const { view } = anchors;
  // A sheet grows with what it fetches, up to what is kept free for it.
  const height = isNarrow(view) ? freeSides(view).bottom : heightPx;
  const panel = isNarrow(view)
    ? { x: 0, y: view.height - height, width: view.width, height }
    : { ...besideFrame(anchors, height), height };
  if (intersectRects(panel, anchors.region)) moveBeside(store, pin, anchors);
}

function moveBeside(store: BoardStore, { frameId }: Pick<Pin, 'frameId'>, { view }: Anchors): void {
  const state = store.getState();
  const [place, covered] = [state.places.get(frameId), reachOf(state, frameId)];
  if (!place || !covered) return;
  store.setState({ camera: fit(boardRectOf(place, covered), view, freeSides(view)), following: null });
}

/** Whether the frame is seen whole, as large as it is worked on, with its panel beside it. */
function isInPlace({ frame: { x, y, width, height }, view }: Anchors): boolean {
  const sides = isNarrow(view) ? 0 : editPanelWidth + 36;
  const isBeside = x + width <= view.width - sides || x >= sides;
  const isWhole = x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
  return isBeside && isWhole && width >= Math.min(leastWidth, view.width / 2);
}

/** Room for the edit panel beside the picture and for candidates under it. */
export function freeSides(view: ViewSize): Margins {
  if (isNarrow(view)) return { top: 44, right: 12, bottom: view.height * 0.62, left: 12 };
  return { top: 52, right: editPanelWidth + 36, bottom: 136, left: 36 };
}
