import { intersectRects, type PixelRect } from '@pinpaint/domain';

/** One sample a pixel, 0…255, row-major over `rect` (frame space); `data.length` = width × height. 0 outside. */
export type AlphaPlane = { readonly rect: PixelRect; readonly data: Uint8Array };

export function makeAlpha(rect: PixelRect, value = 0): AlphaPlane {
  return { rect, data: new Uint8Array(rect.width * rect.height).fill(value) };
}

/** The plane as seen over another rectangle: cut where it leaves it, 0 where it has nothing. A copy. */
export function alphaOver(plane: AlphaPlane, rect: PixelRect): AlphaPlane {
  const over = makeAlpha(rect);
  const shared = intersectRects(plane.rect, rect);
  if (!shared) return over;
  for (let y = shared.y; y < shared.y + shared.height; y += 1) {
    const from = (y - plane.rect.y) * plane.rect.width + (shared.x - plane.rect.x);
    const to = (y - rect.y) * rect.width + (shared.x - rect.x);
    over.data.set(plane.data.subarray(from, from + shared.width), to);
  }
  return over;
}

/** In how many pixels `used` asks for more than `permitted` gives; 0 is the only acceptable answer. */
export function countBeyond(used: AlphaPlane, permitted: AlphaPlane): number {
  const limit = alphaOver(permitted, used.rect).data;
  let beyond = 0;
  for (let i = 0; i < used.data.length; i += 1) {
    if ((used.data[i] ?? 0) > (limit[i] ?? 0)) beyond += 1;
  }
  return beyond;
}

/** The plane cut to the smallest rectangle that holds all that is not 0; null when all is 0. */
export function trimAlpha(plane: AlphaPlane): AlphaPlane | null {
  const { width, height } = plane.rect;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    const row = plane.data.subarray(y * width, (y + 1) * width);
    const first = firstSet(row);
    if (first === width) continue;
    left = Math.min(left, first);
    right = Math.max(right, lastSet(row));
    top = Math.min(top, y);
    bottom = y;
  }
  if (bottom < 0) return null;
  const rect = {
    x: plane.rect.x + left,
    y: plane.rect.y + top,
    width: right - left + 1,
    height: bottom - top + 1,
  };
  return rect.width === width && rect.height === height ? plane : alphaOver(plane, rect);
}

function firstSet(row: Uint8Array): number {
  let x = 0;
  while (x < row.length && row[x] === 0) x += 1;
  return x;
}

function lastSet(row: Uint8Array): number {
  let x = row.length - 1;
  while (x >= 0 && row[x] === 0) x -= 1;
  return x;
}
