import type { PixelRect, PixelSize } from '@pinpaint/domain';
import type { SceneRequest } from './scene.ts';

/** What a fill's grain is judged by, and what it is compared with; 1 each, of the picture's size. */
export type Areas = { readonly inside: Uint8Array; readonly around: Uint8Array };

/** How wide the surroundings are whose grain counts, at full size. */
const ringPx = 96;

/** What the patch shows wholly, and what is untouched within `ringPx` of the touched pixels' bounds. */
export function areasOf({ alpha, after }: SceneRequest): Areas {
  const inside = new Uint8Array(alpha.length);
  for (let i = 0; i < alpha.length; i += 1) if (alpha[i] === 255) inside[i] = 1;
  const around = new Uint8Array(alpha.length);
  const { x, y, width, height } = widened(boundsOf(alpha, after), after);
  for (let row = y; row < y + height; row += 1) {
    for (let at = row * after.width + x; at < row * after.width + x + width; at += 1) {
      if (alpha[at] === 0) around[at] = 1;
    }
  }
  return { inside, around };
}

function boundsOf(alpha: Uint8Array, { width, height }: PixelSize): PixelRect {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    const row = alpha.subarray(y * width, (y + 1) * width);
    let first = 0;
    while (first < width && row[first] === 0) first += 1;
    if (first === width) continue;
    let end = width;
    while (row[end - 1] === 0) end -= 1;
    left = Math.min(left, first);
    right = Math.max(right, end);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function widened({ x, y, width, height }: PixelRect, size: PixelSize): PixelRect {
  const [left, top] = [Math.max(0, x - ringPx), Math.max(0, y - ringPx)];
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(size.width, x + width + ringPx) - left),
    height: Math.max(0, Math.min(size.height, y + height + ringPx) - top),
  };
}
