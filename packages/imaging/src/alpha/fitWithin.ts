import {
  fitPlacement,
  intersectRects,
  leastSidePx,
  type PixelRect,
  type PixelSize,
  type Placement,
  surfaceBounds,
} from '@pinpaint/domain';
import type { AlphaPlane } from './alphaPlane.ts';
import { type GapCounts, gapsIn, hasGaps } from './gapCounts.ts';

/**
 * As `fitPlacement`, but so that every pixel the artwork touches is 255 in a plane: in its middle where that is large
 * enough, and else where there is most room.
 *
 * @returns null when it could nowhere be as large as to be seen.
 */
export function fitWithin(plane: AlphaPlane, artwork: PixelSize): Placement | null {
  const whole = fitPlacement(plane.rect, artwork);
  const lies = intersectRects(surfaceBounds(whole.surface), plane.rect);
  if (lies && isFull(plane, lies)) return whole;
  const room = mostRoom(gapsIn(plane), artwork);
  return room && fitPlacement(room, artwork);
}

function isFull({ rect, data }: AlphaPlane, { x, y, width, height }: PixelRect): boolean {
  for (let row = y - rect.y; row < y - rect.y + height; row += 1) {
    const from = row * rect.width + x - rect.x;
    if (data.subarray(from, from + width).some((value) => value !== 255)) return false;
  }
  return true;
}

/** Halvings of the scale: within a thousandth of a pixel of what a cell's side lets it be. */
const halvings = 20;

function mostRoom(gaps: GapCounts, artwork: PixelSize): PixelRect | null {
  const { cols, rows, cellPx } = gaps;
  let [fits, tooLarge] = [
    leastSidePx / Math.min(artwork.width, artwork.height),
    Math.min((cols * cellPx) / artwork.width, (rows * cellPx) / artwork.height),
  ];
  let room = roomAt(gaps, artwork, fits);
  for (let step = 0; room && step < halvings; step += 1) {
    const scale = (fits + tooLarge) / 2;
    const larger = roomAt(gaps, artwork, scale);
    if (larger) [room, fits] = [larger, scale];
    else tooLarge = scale;
  }
  return room;
}

/** Of all places without a gap, the one nearest to the middle. */
function roomAt(gaps: GapCounts, artwork: PixelSize, scale: number): PixelRect | null {
  const { rect, cols, rows, cellPx } = gaps;
  const [width, height] = [
    Math.ceil((artwork.width * scale) / cellPx),
    Math.ceil((artwork.height * scale) / cellPx),
  ];
  let nearest = Infinity;
  let [left, top] = [0, 0];
  for (let y = 0; y + height <= rows; y += 1) {
    for (let x = 0; x + width <= cols; x += 1) {
      const away = (2 * x + width - cols) ** 2 + (2 * y + height - rows) ** 2;
      if (away >= nearest || hasGaps(gaps, { x, y, width, height })) continue;
      nearest = away;
      [left, top] = [x, y];
    }
  }
  if (nearest === Infinity) return null;
  return {
    x: rect.x + left * cellPx,
    y: rect.y + top * cellPx,
    width: width * cellPx,
    height: height * cellPx,
  };
}
