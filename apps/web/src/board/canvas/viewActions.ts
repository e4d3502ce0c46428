import type { FramePlace } from '@pinpaint/board';
import type { FrameId, PixelRect } from '@pinpaint/domain';
import type { BoardState, BoardStore } from '../state/boardStore.ts';
import {
  type BoardRect,
  boardRectOf,
  boardToFrame,
  type Camera,
  fit,
  type Margins,
  type ScreenPoint,
  type ScreenRect,
  screenRectOf,
  toBoard,
  zoomAt,
} from './camera.ts';

/** Room for headers, pins at the edge, the zoom control. */
const margins: Margins = { top: 52, right: 36, bottom: 64, left: 36 };
const narrowMargins: Margins = { top: 44, right: 12, bottom: 56, left: 12 };
const narrowPx = 600;
/** Beside and below a picture that is worked on stand its edit and its candidates. */
const workMargins: Margins = { top: 52, right: 424, bottom: 156, left: 36 };
const widePx = 900;

/** Each is a move of the view; any by one's own hand ends the following of somebody else. */
export function panBy(store: BoardStore, dx: number, dy: number): void {
  store.setState(({ camera }) => ({
    camera: { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale },
    following: null,
  }));
}

/** What was in the middle of what is seen stays there. */
export function setCovered(store: BoardStore, covered: BoardState['covered']): void {
  store.setState(({ camera, covered: before }) => ({
    covered,
    camera: {
      ...camera,
      x: camera.x + (covered.right - before.right) / 2 / camera.scale,
      y: camera.y + (covered.bottom - before.bottom) / 2 / camera.scale,
    },
  }));
}

export function zoomBy(store: BoardStore, factor: number, at?: ScreenPoint): void {
  const { camera, view } = store.getState();
  const middle = { x: view.width / 2, y: view.height / 2 };
  store.setState({ camera: zoomAt(camera, at ?? middle, factor), following: null });
}

/** What of a frame's space lies in the view, in whole pixels; it may reach beyond the frame. */
export function seenOf({ camera, view }: Pick<BoardState, 'camera' | 'view'>, place: FramePlace): PixelRect {
  const [left, top] = boardToFrame(place, toBoard(camera, { x: 0, y: 0 }));
  const [right, bottom] = boardToFrame(place, toBoard(camera, { x: view.width, y: view.height }));
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
}

/**
 * 1 is the finest picture of the board, pixel for pixel; where all are as fine, it is each of them. One measure
 * for the whole board, whatever is selected or in the middle: the figure never falls while somebody zooms in.
 */
export function zoomOf({ camera, places }: Pick<BoardState, 'camera' | 'places'>): number {
  if (places.size === 0) return camera.scale;
  return camera.scale * Math.min(...[...places.values()].map(({ scale }) => scale));
}

/** The selected picture pixel for pixel; without one, the finest. */
export function showFullSize(store: BoardStore): void {
  const { camera, places, frameId } = store.getState();
  const own = frameId && places.get(frameId)?.scale;
  zoomBy(store, 1 / (own ? camera.scale * own : zoomOf({ camera, places })));
}

export function showAll(store: BoardStore): void {
  const { bounds } = store.getState();
  showFrames(store, [...bounds.keys()]);
}

export function showSelected(store: BoardStore): void {
  const { frameId, alsoSelected } = store.getState();
  if (frameId) showFrames(store, [frameId, ...alsoSelected]);
  else showAll(store);
}

export function showFrames(store: BoardStore, frameIds: readonly FrameId[]): void {
  const rect = rectOfFrames(store.getState(), frameIds);
  if (rect) showRect(store, rect);
}

/**
 * Shows a frame, again where the room tells that it lies, and again in whatever room the page leaves the canvas, until
 * somebody looks elsewhere.
 */
export function keepShown(store: BoardStore, frameId: FrameId): void {
  let shown: Camera | null = null;
  let isOwn = false;
  const show = () => {
    isOwn = true;
    showFrames(store, [frameId]);
    isOwn = false;
    const { view, camera } = store.getState();
    shown = view.width > 0 ? camera : null;
  };
  show();
  const end = store.subscribe((now, before) => {
    if (isOwn) return;
    if (shown && now.camera !== shown) return end();
    const isPlaced = !before.isInRoom && (now.places !== before.places || now.bounds !== before.bounds);
    if (isPlaced || now.view !== before.view || !shown) show();
  });
}

function showRect(store: BoardStore, rect: BoardRect): void {
  const { view, pinId, covered } = store.getState();
  if (view.width === 0) return;
  const isWork = pinId !== null && view.width >= widePx;
  const free = isWork ? workMargins : view.width < narrowPx ? narrowMargins : margins;
  // What stands at the canvas's foot lies under the sheet as well.
  const bottom = Math.max(free.bottom, covered.bottom + free.left);
  const seen = { ...free, right: free.right + covered.right, bottom };
  store.setState({ camera: fit(rect, view, seen), following: null });
}

/** Moves no more than it must, so that what has the focus can be seen. */
export function bringIntoView(store: BoardStore, rect: ScreenRect): void {
  const { view, camera } = store.getState();
  const isSeen =
    rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= view.width && rect.y + rect.height <= view.height;
  if (isSeen) return;
  const dx = rect.x + rect.width / 2 - view.width / 2;
  const dy = rect.y + rect.height / 2 - view.height / 2;
  store.setState({
    camera: { ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale },
    following: null,
  });
}

type Frames = Pick<BoardState, 'places' | 'bounds' | 'grown'>;

/** What a frame covers, or is about to. */
export function reachOf({ bounds, grown }: Omit<Frames, 'places'>, frameId: FrameId): PixelRect | undefined {
  return grown?.frameId === frameId ? grown.rect : bounds.get(frameId);
}

export function rectOfFrames(state: Frames, frameIds: readonly FrameId[]): BoardRect | null {
  const rects = frameIds.flatMap((id) => {
    const [place, covered] = [state.places.get(id), reachOf(state, id)];
    return place && covered ? [boardRectOf(place, covered)] : [];
  });
  return rects.reduce<BoardRect | null>((all, rect) => (all ? unite(all, rect) : rect), null);
}

/** Where a frame's picture is seen; null when it has none yet. */
export function pictureOf(
  { camera, ...state }: Frames & Pick<BoardState, 'camera'>,
  frameId: FrameId,
): ScreenRect | null {
  const place = state.places.get(frameId);
  const covered = state.grown?.isShown ? reachOf(state, frameId) : state.bounds.get(frameId);
  return place && covered ? screenRectOf(camera, place, covered) : null;
}

function unite(a: BoardRect, b: BoardRect): BoardRect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
