import type { PixelRect } from '@pinpaint/domain';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Camera,
  fit,
  type Margins,
  type ScreenPoint,
  type ViewSize,
  zoomAt,
} from '../board/canvas/camera.ts';

/** What of frame space is seen, in how large a window. Canvases follow it outside React. */
type PictureView = {
  readonly camera: Camera;
  readonly size: ViewSize;
  /** Shows all of it, and goes on doing so when the window changes; null once somebody has moved it. */
  readonly fitted: PixelRect | null;
};

export type PictureViewStore = StoreApi<PictureView>;

const margins: Margins = { top: 14, right: 24, bottom: 14, left: 24 };

export function createPictureView(whole: PixelRect): PictureViewStore {
  return createStore<PictureView>(() => ({
    camera: { x: whole.x, y: whole.y, scale: 0.1 },
    size: { width: 0, height: 0 },
    fitted: whole,
  }));
}

export function resizeView(view: PictureViewStore, size: ViewSize): void {
  const { fitted } = view.getState();
  view.setState(fitted ? { size, camera: fit(fitted, size, margins) } : { size });
}

export function fitView(view: PictureViewStore, whole: PixelRect): void {
  view.setState(({ size }) => ({ fitted: whole, camera: fit(whole, size, margins) }));
}

export function panView(view: PictureViewStore, dx: number, dy: number): void {
  view.setState(({ camera }) => ({
    fitted: null,
    camera: { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale },
  }));
}

/** @param at what stays where it is; the middle when left out */
export function zoomView(view: PictureViewStore, factor: number, at?: ScreenPoint): void {
  view.setState(({ camera, size }) => ({
    fitted: null,
    camera: zoomAt(camera, at ?? { x: size.width / 2, y: size.height / 2 }, factor),
  }));
}

/** One pixel of the picture for each of the page's. */
export function showFullSize(view: PictureViewStore): void {
  zoomView(view, 1 / view.getState().camera.scale);
}
