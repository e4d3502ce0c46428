import type { BoardPoint, FramePlace } from '@pinpaint/board';
import type { FramePoint, PixelRect } from '@pinpaint/domain';

/** What of the board is seen: the board point at the view's top left, and screen pixels per board unit. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number };

/** Of the canvas, in CSS pixels. */
export type ViewSize = { readonly width: number; readonly height: number };

/** In CSS pixels, from the canvas's top left. */
export type ScreenPoint = { readonly x: number; readonly y: number };
export type ScreenRect = ScreenPoint & ViewSize;

const leastScale = 0.02;
const mostScale = 32;

export function toScreen(camera: Camera, { x, y }: BoardPoint): ScreenPoint {
  return { x: (x - camera.x) * camera.scale, y: (y - camera.y) * camera.scale };
}

export function toBoard(camera: Camera, { x, y }: ScreenPoint): BoardPoint {
  return { x: camera.x + x / camera.scale, y: camera.y + y / camera.scale };
}

/** A place says where frame space's origin lies on the board, and how many board units a picture's pixel takes. */
export function frameToBoard(place: FramePlace, [x, y]: FramePoint): BoardPoint {
  return { x: place.x + x * place.scale, y: place.y + y * place.scale };
}

export function boardToFrame(place: FramePlace, { x, y }: BoardPoint): FramePoint {
  return [(x - place.x) / place.scale, (y - place.y) / place.scale];
}

/** Where a rectangle of frame space is seen. */
export function screenRectOf(camera: Camera, place: FramePlace, rect: PixelRect): ScreenRect {
  const { x, y } = toScreen(camera, frameToBoard(place, [rect.x, rect.y]));
  const scale = place.scale * camera.scale;
  return { x, y, width: rect.width * scale, height: rect.height * scale };
}

export type BoardRect = BoardPoint & ViewSize;

export function boardRectOf(place: FramePlace, rect: PixelRect): BoardRect {
  return {
    ...frameToBoard(place, [rect.x, rect.y]),
    width: rect.width * place.scale,
    height: rect.height * place.scale,
  };
}

export function zoomAt(camera: Camera, at: ScreenPoint, factor: number): Camera {
  const scale = clamp(camera.scale * factor);
  const fixed = toBoard(camera, at);
  return { x: fixed.x - at.x / scale, y: fixed.y - at.y / scale, scale };
}

/** Screen pixels kept free on each side, where something else covers the canvas. */
export type Margins = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** Shows all of it, in the middle of what is free. */
export function fit(rect: BoardRect, view: ViewSize, margins: Margins): Camera {
  const width = Math.max(1, view.width - margins.left - margins.right);
  const height = Math.max(1, view.height - margins.top - margins.bottom);
  const scale = clamp(Math.min(width / rect.width, height / rect.height));
  return {
    x: rect.x + rect.width / 2 - (margins.left + width / 2) / scale,
    y: rect.y + rect.height / 2 - (margins.top + height / 2) / scale,
    scale,
  };
}

function clamp(scale: number): number {
  return Math.min(mostScale, Math.max(leastScale, scale));
}
