import type { BoardPoint, FramePlace } from '@pinpaint/board';
import type { FrameId, PixelSize } from '@pinpaint/domain';

export type Dropped = {
  readonly ids: readonly FrameId[];
  /** The middle of the first. */
  readonly at: BoardPoint;
  /** Those that lie already. */
  readonly places: Map<FrameId, FramePlace>;
};

/** Along the longer side, in board units. */
const side = 1_000;
const gap = 120;
const mostInRow = 4;

/**
 * Where those of a drop lie whose size has just become known. Each has a square cell in rows, so that one that
 * is long on its way holds up nobody, and none lies over another.
 */
export function placeDropped(
  { ids, at, places }: Dropped,
  sizes: ReadonlyMap<string, PixelSize>,
): ReadonlyMap<FrameId, FramePlace> {
  const placed = new Map<FrameId, FramePlace>();
  for (const [i, id] of ids.entries()) {
    const size = sizes.get(id);
    if (!size || places.has(id)) continue;
    const scale = side / Math.max(size.width, size.height);
    const x = at.x + (i % mostInRow) * (side + gap);
    const y = at.y + Math.floor(i / mostInRow) * (side + gap);
    placed.set(id, { x: x - (size.width * scale) / 2, y: y - (size.height * scale) / 2, scale });
  }
  return placed;
}
