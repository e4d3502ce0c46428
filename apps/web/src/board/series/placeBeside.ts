import type { BoardRect } from '../canvas/camera.ts';

/** In board units: between pictures, and between rows, where the names of the lower one stand. */
const [gap, rowGap] = [120, 240];

/**
 * Where another picture of the same size lies next to one without lying over a third: to its right, below it, to
 * its left, above it, or else to the right of all of them.
 */
export function placeBeside(
  base: BoardRect,
  others: readonly BoardRect[],
): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = base;
  const beside = [
    { x: x + width + gap, y },
    { x, y: y + height + rowGap },
    { x: x - width - gap, y },
    { x, y: y - height - rowGap },
  ];
  const free = beside.find((at) => others.every((other) => isApart({ ...at, width, height }, other)));
  const right = Math.max(x + width, ...others.map((other) => other.x + other.width));
  return free ?? { x: right + gap, y };
}

function isApart(a: BoardRect, b: BoardRect): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}
