import {
  compose,
  type Homography,
  mapPoint,
  type PixelRect,
  type PixelSize,
  spreadOver,
} from '@pinpaint/domain';
import { type GreyView, sampleGrey } from './greyView.ts';

/** A part of a view under `rect` of frame space with so many samples; outside of it, its nearest one. */
export function resample(view: GreyView, rect: PixelRect, { width, height }: PixelSize): GreyView {
  const toFrame = spreadOver(rect, { width, height });
  const fromFrame: Homography = [
    view.width / view.rect.width,
    0,
    (-view.rect.x * view.width) / view.rect.width,
    0,
    view.height / view.rect.height,
    (-view.rect.y * view.height) / view.rect.height,
    0,
    0,
    1,
  ];
  const way = compose(fromFrame, toFrame);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [px, py] = mapPoint(way, [x + 0.5, y + 0.5]) ?? [0, 0];
      const [inX, inY] = [clamp(px, view.width), clamp(py, view.height)];
      data[y * width + x] = sampleGrey(view, inX, inY) + 0.5;
    }
  }
  return { rect, width, height, data, toFrame };
}

function clamp(value: number, length: number): number {
  return Math.max(0.5, Math.min(length - 0.5, value));
}
