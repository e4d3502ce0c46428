import type { PixelRect } from '@pinpaint/domain';
import { type Drawing, put } from './drawPicture.ts';

/** How far the line reaches from the border, in the canvas's pixels. */
const reachPx = 2;
const around = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-0.7, -0.7],
  [0.7, -0.7],
  [-0.7, 0.7],
  [0.7, 0.7],
] as const;

/**
 * A line around all that a mask lets change, as thick at any zoom.
 *
 * @param whole the picture: beyond its edge nothing is permitted, and nothing drawn
 */
export function drawOutline(
  drawing: Drawing,
  {
    mask,
    rect,
    whole,
  }: { readonly mask: CanvasImageSource; readonly rect: PixelRect; readonly whole: PixelRect },
): void {
  const { context, camera } = drawing;
  const { width, height } = context.canvas;
  const line = new OffscreenCanvas(width, height).getContext('2d');
  if (!line) return;
  for (const [dx, dy] of around) {
    line.setTransform(1, 0, 0, 1, dx * reachPx, dy * reachPx);
    put({ context: line, camera }, mask, rect);
  }
  line.resetTransform();
  line.globalCompositeOperation = 'destination-out';
  put({ context: line, camera }, mask, rect);
  const [left, top] = [(whole.x - camera.x) * camera.scale, (whole.y - camera.y) * camera.scale];
  context.save();
  context.beginPath();
  context.rect(left, top, whole.width * camera.scale, whole.height * camera.scale);
  context.clip();
  context.drawImage(line.canvas, 0, 0);
  context.restore();
}

/** White wherever the mask lets anything change, clear elsewhere: a feathered border is no place to draw a line. */
export function hardMask(mask: ImageBitmap): OffscreenCanvas {
  const canvas = new OffscreenCanvas(mask.width, mask.height);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.drawImage(mask, 0, 0);
  const image = context.getImageData(0, 0, mask.width, mask.height);
  for (let p = 0; p < image.data.length; p += 4) {
    const permits = (image.data[p] ?? 0) > 0;
    image.data.fill(255, p, p + 3);
    image.data[p + 3] = permits ? 255 : 0;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
