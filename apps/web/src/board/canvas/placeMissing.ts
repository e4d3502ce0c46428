import type { FramePlace } from '@pinpaint/board';
import type { FrameId, PixelSize } from '@pinpaint/domain';

/** In board units, until somebody makes a frame larger. */
const rowHeight = 700;
// Three landscape photographs.
const rowWidth = 3_400;
const gap = 120;
/** Between rows stand the names of the lower one, which are as large however small the pictures are. */
const rowGap = 240;

export type UnplacedFrame = { readonly id: FrameId; readonly number: number; readonly size: PixelSize };

/**
 * Where frames lie that nobody has put anywhere: in rows of one height, by number, below what has been placed.
 * Everybody's screen works out the same, so nothing has to be written for a board to be looked at.
 */
export function placeMissing(
  frames: readonly UnplacedFrame[],
  placed: ReadonlyMap<string, FramePlace>,
): ReadonlyMap<FrameId, FramePlace> {
  const places = new Map<FrameId, FramePlace>();
  let y = 0;
  for (const { id, size } of frames) {
    const place = placed.get(id);
    if (!place) continue;
    places.set(id, place);
    y = Math.max(y, place.y + size.height * place.scale + rowGap);
  }
  const missing = frames.filter(({ id }) => !placed.has(id)).sort((a, b) => a.number - b.number);
  let x = 0;
  for (const { id, size } of missing) {
    const scale = rowHeight / size.height;
    const width = size.width * scale;
    if (x > 0 && x + width > rowWidth) {
      x = 0;
      y += rowHeight + rowGap;
    }
    places.set(id, { x, y, scale });
    x += width + gap;
  }
  return places;
}
