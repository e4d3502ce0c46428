import type { PixelRect } from '@pinpaint/domain';
import { type Camera, fit, type ScreenPoint, type ViewSize, zoomAt } from '../../board/canvas/camera.ts';
import type { FingerPair } from './gesture.ts';

/** What of a picture is seen: its camera counts in frame pixels. */
export type StageView = {
  readonly camera: Camera;
  readonly size: ViewSize;
  /** At which all of the picture is seen: nobody gets further away than that. */
  readonly fitScale: number;
  readonly isFit: boolean;
};

export type StageCamera = {
  view(): StageView;
  subscribe(listener: () => void): () => void;
  setPicture(bounds: PixelRect): void;
  /** @param keep what has to stay in sight, at the size it is seen at; null: all is shown again if it was. */
  setSize(size: ViewSize, keep: PixelRect | null): void;
  pan(dx: number, dy: number): void;
  zoom(at: ScreenPoint, factor: number): void;
  pinch(from: FingerPair, to: FingerPair): void;
  showAll(): void;
  /** Brings a rectangle into the middle, closer up when it is tiny. */
  show(rect: PixelRect): void;
};

/** Screen pixels a picture's pixel may grow to. */
const closest = 8;

/** One picture's camera, outside React: it moves with the finger, sixty times a second. */
export function createStageCamera(): StageCamera {
  let bounds: PixelRect = { x: 0, y: 0, width: 1, height: 1 };
  let view: StageView = {
    camera: { x: 0, y: 0, scale: 1 },
    size: { width: 1, height: 1 },
    fitScale: 1,
    isFit: true,
  };
  const listeners = new Set<() => void>();
  const set = (camera: Camera, isFit = false) => {
    view = { ...view, camera: within(camera, bounds, view.size), isFit };
    for (const listener of listeners) listener();
  };
  const fitted = () => fit(bounds, view.size, noMargins);
  const showAll = () => {
    const camera = fitted();
    view = { ...view, fitScale: camera.scale };
    set(camera, true);
  };
  const zoom = (at: ScreenPoint, factor: number) => {
    const least = view.fitScale / view.camera.scale;
    const most = Math.max(closest, view.fitScale) / view.camera.scale;
    const bounded = Math.min(most, Math.max(least, factor));
    if (bounded === least) showAll();
    else set(zoomAt(view.camera, at, bounded));
  };
  const show = (rect: PixelRect) => {
    const { camera, size, fitScale } = view;
    const roomy = Math.min(size.width / (rect.width * 1.6), size.height / (rect.height * 1.6));
    const scale = Math.max(fitScale, Math.min(camera.scale, roomy));
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const moved = { scale, x: x - size.width / 2 / scale, y: y - size.height / 2 / scale };
    // Nobody has zoomed as long as the size is the one they had: with the sheet gone, all is shown again.
    set(moved, view.isFit && scale === camera.scale);
  };
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setPicture(next) {
      bounds = next;
      showAll();
    },
    setSize(size, keep) {
      const { isFit, camera } = view;
      view = { ...view, size };
      view = { ...view, fitScale: fitted().scale };
      if (isFit && (!keep || camera.scale < view.fitScale)) showAll();
      else set(camera, isFit);
      if (keep) show(keep);
    },
    pan: (dx, dy) => {
      const { camera } = view;
      set({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }, view.isFit);
    },
    zoom,
    pinch([a, b], [toA, toB]) {
      const [from, to] = [middle(a, b), middle(toA, toB)];
      const { camera } = view;
      set({
        ...camera,
        x: camera.x - (to.x - from.x) / camera.scale,
        y: camera.y - (to.y - from.y) / camera.scale,
      });
      zoom(to, apart(toA, toB) / Math.max(1, apart(a, b)));
    },
    showAll,
    show,
  };
}

const noMargins = { top: 0, right: 0, bottom: 0, left: 0 };

/** A picture larger than the stage leaves no gap; a smaller one lies in the middle. */
function within(camera: Camera, bounds: PixelRect, size: ViewSize): Camera {
  const [width, height] = [size.width / camera.scale, size.height / camera.scale];
  return {
    scale: camera.scale,
    x: between(camera.x, bounds.x, bounds.width, width),
    y: between(camera.y, bounds.y, bounds.height, height),
  };
}

function between(at: number, start: number, length: number, seen: number): number {
  if (length <= seen) return start + (length - seen) / 2;
  return Math.min(start + length - seen, Math.max(start, at));
}

function middle(a: ScreenPoint, b: ScreenPoint): ScreenPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function apart(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
