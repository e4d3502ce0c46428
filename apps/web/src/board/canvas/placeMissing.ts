import type { FramePlace } from '@pinpaint/board';
import type { FrameId, PixelRect, PixelSize } from '@pinpaint/domain';

/** In board units, until somebody makes a frame larger. */
const rowHeight = 700;
// Three landscape photographs.
const rowWidth = 3_400;
const gap = 120;
/** Between rows stand the names of the lower one, which are as large however small the pictures are. */
const rowGap = 240;

export type UnplacedFrame = {
  readonly id: FrameId;
  readonly number: number;
  /** Of its master: an extended frame is larger, and keeps the scale it had. */
  readonly size: PixelSize;
  /** In frame space, what it covers by now. */
  readonly covers: PixelRect;
};

/**
 * Where frames lie that nobody has put anywhere: in rows of one height, by number, below what has been placed; what
 * has grown takes its room, so the others make way. Everybody's screen works out the same, so nothing has to be
 * written for a board to be looked at.
 */
export function placeMissing(
  frames: readonly UnplacedFrame[],
  placed: ReadonlyMap<string, FramePlace>,
): ReadonlyMap<FrameId, FramePlace> {
  const places = new Map<FrameId, FramePlace>();
  let y = 0;
  for (const { id, covers } of frames) {
    const place = placed.get(id);
    if (!place) continue;
    places.set(id, place);
    y = Math.max(y, place.y + bottomOf(covers) * place.scale + rowGap);
  }
  const missing = frames.filter(({ id }) => !placed.has(id)).sort((a, b) => a.number - b.number);
  for (const row of rowsOf(missing)) {
    const lifted = Math.max(...row.map((frame) => -frame.covers.y * scaleOf(frame)));
    let x = 0;
    for (const frame of row) {
      const scale = scaleOf(frame);
      places.set(frame.id, { x: x - frame.covers.x * scale, y: y + lifted, scale });
      x += frame.covers.width * scale + gap;
    }
    y += lifted + Math.max(...row.map((frame) => bottomOf(frame.covers) * scaleOf(frame))) + rowGap;
  }
  return places;
}

function rowsOf(frames: readonly UnplacedFrame[]): readonly (readonly UnplacedFrame[])[] {
  const rows: UnplacedFrame[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const frame of frames) {
    const width = frame.covers.width * scaleOf(frame);
    if (x + width > rowWidth) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push(frame);
    x += width + gap;
  }
  return rows;
}

function scaleOf({ size }: UnplacedFrame): number {
  return rowHeight / size.height;
}

function bottomOf({ y, height }: PixelRect): number {
  return y + height;
}
