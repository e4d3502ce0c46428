import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { type PictureViewStore, panView, resizeView, zoomView } from '../../pictures/pictureView.ts';

/**
 * Keeps a stage's size, its gestures and its marks in step with the view. Marks follow by CSS variables:
 * `--cx --cy --s` place a point of frame space, `--l --t --w --h` say where the picture is seen.
 *
 * @returns what ends it
 */
export function followStage(stage: HTMLElement, view: PictureViewStore, whole: PixelRect): () => void {
  const sizes = new ResizeObserver(() => {
    resizeView(view, { width: stage.clientWidth, height: stage.clientHeight });
  });
  sizes.observe(stage);
  const mark = () => placeMarks(stage, view, whole);
  const unfollow = view.subscribe(mark);
  mark();
  const gestures = new AbortController();
  followPointers(stage, view, gestures.signal);
  followWheel(stage, view, gestures.signal);
  return () => {
    sizes.disconnect();
    unfollow();
    gestures.abort();
  };
}

function placeMarks(stage: HTMLElement, view: PictureViewStore, whole: PixelRect): void {
  const { camera, size } = view.getState();
  const { x, y, scale } = camera;
  const picture = {
    x: (whole.x - x) * scale,
    y: (whole.y - y) * scale,
    width: whole.width * scale,
    height: whole.height * scale,
  };
  const seen = intersectRects(picture, { x: 0, y: 0, ...size }) ?? { x: 0, y: 0, width: 0, height: 0 };
  const values = {
    '--cx': `${x}`,
    '--cy': `${y}`,
    '--s': `${scale}px`,
    '--l': `${seen.x}px`,
    '--t': `${seen.y}px`,
    '--w': `${seen.width}px`,
    '--h': `${seen.height}px`,
  };
  for (const [name, value] of Object.entries(values)) stage.style.setProperty(name, value);
}

/** One finger or the mouse moves, two fingers zoom. What carries `data-control` keeps its own gestures. */
function followPointers(stage: HTMLElement, view: PictureViewStore, signal: AbortSignal): void {
  const down = new Map<number, { x: number; y: number }>();
  const end = ({ pointerId }: PointerEvent) => void down.delete(pointerId);

  stage.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Element && event.target.closest('[data-control]')) return;
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      stage.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  stage.addEventListener(
    'pointermove',
    ({ pointerId, clientX, clientY }) => {
      const was = down.get(pointerId);
      if (!was) return;
      const other = [...down].find(([id]) => id !== pointerId)?.[1];
      const now = { x: clientX, y: clientY };
      if (other) pinch(stage, view, { was, now, other });
      else panView(view, now.x - was.x, now.y - was.y);
      down.set(pointerId, now);
    },
    { signal },
  );
  stage.addEventListener('pointerup', end, { signal });
  stage.addEventListener('pointercancel', end, { signal });
}

type Point = { readonly x: number; readonly y: number };
type Pinch = { readonly was: Point; readonly now: Point; readonly other: Point };

function pinch(stage: HTMLElement, view: PictureViewStore, { was, now, other }: Pinch): void {
  const box = stage.getBoundingClientRect();
  const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
  const middle = { x: (now.x + other.x) / 2 - box.left, y: (now.y + other.y) / 2 - box.top };
  panView(view, (now.x - was.x) / 2, (now.y - was.y) / 2);
  zoomView(view, apart(now) / apart(was), middle);
}

/** As on the board: the wheel moves, with Ctrl it zooms, and a trackpad's pinch comes as just that. */
function followWheel(stage: HTMLElement, view: PictureViewStore, signal: AbortSignal): void {
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, clientX, clientY } = event;
      const step = deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (!ctrlKey && !metaKey) return panView(view, -deltaX * step, -deltaY * step);
      const box = stage.getBoundingClientRect();
      const at = { x: clientX - box.left, y: clientY - box.top };
      zoomView(view, Math.exp(-deltaY * step * 0.01), at);
    },
    { passive: false, signal },
  );
}
