import type { PixelRect, PixelSize } from './region.ts';

export function rectOfSize(size: PixelSize): PixelRect {
  return { x: 0, y: 0, width: size.width, height: size.height };
}

export function isEmptyRect(rect: PixelRect): boolean {
  return rect.width <= 0 || rect.height <= 0;
}

/** In pixels; 0 for an empty rectangle. */
export function rectArea(rect: PixelRect): number {
  return isEmptyRect(rect) ? 0 : rect.width * rect.height;
}

/** @returns null when the two share no pixel. */
export function intersectRects(a: PixelRect, b: PixelRect): PixelRect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The smallest rectangle that holds both; an empty one adds nothing. */
export function uniteRects(a: PixelRect, b: PixelRect): PixelRect {
  if (isEmptyRect(a)) return b;
  if (isEmptyRect(b)) return a;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Grown on all four sides; a negative `byPx` shrinks, down to an empty rectangle. */
export function inflateRect(rect: PixelRect, byPx: number): PixelRect {
  return {
    x: rect.x - byPx,
    y: rect.y - byPx,
    width: Math.max(0, rect.width + 2 * byPx),
    height: Math.max(0, rect.height + 2 * byPx),
  };
}

/** Whether every pixel of `inner` lies in `outer`; so an empty one lies in any. */
export function containsRect(outer: PixelRect, inner: PixelRect): boolean {
  if (isEmptyRect(inner)) return true;
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
