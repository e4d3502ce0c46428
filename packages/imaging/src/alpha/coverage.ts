import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { type AlphaPlane, makeAlpha } from './alphaPlane.ts';

/**
 * Where a shape lies on the horizontal line at height `y` (frame space): calls `emit` once for each
 * stretch, which may not overlap. It is asked for lines from top to bottom.
 */
export type SpansAt = (y: number, emit: EmitSpan) => void;
type EmitSpan = (left: number, right: number) => void;

/** Lines a pixel row is sampled by. Along a line coverage is exact, to 1/256 of a pixel. */
const linesPerRow = 16;
const unitsPerPixel = 256;
const fullCover = linesPerRow * unitsPerPixel;

/**
 * How much of each pixel of `rect` a shape covers, in whole numbers throughout, so that inside is exactly
 * 255, outside exactly 0, and browser and server agree. Only the lines within `shapeBounds` are asked for.
 */
export function coverage(rect: PixelRect, shapeBounds: PixelRect | null, spansAt: SpansAt): AlphaPlane {
  const plane = makeAlpha(rect);
  const touched = shapeBounds && intersectRects(rect, shapeBounds);
  if (!touched) return plane;
  const row = startRow(touched);
  for (let y = touched.y; y < touched.y + touched.height; y += 1) {
    for (let line = 0; line < linesPerRow; line += 1) {
      spansAt(y + (line + 0.5) / linesPerRow, row.add);
    }
    row.writeTo(plane.data, (y - rect.y) * rect.width + (touched.x - rect.x));
  }
  return plane;
}

/** One row under way, as differences between neighbouring pixels: their running sum is the coverage. */
function startRow({ x, width }: PixelRect) {
  const steps = new Int32Array(width + 2);
  const lastUnit = width * unitsPerPixel;

  function step(unit: number, sign: 1 | -1): void {
    const pixel = unit >> 8;
    const beyond = unit & 255;
    steps[pixel] = (steps[pixel] ?? 0) + sign * (unitsPerPixel - beyond);
    steps[pixel + 1] = (steps[pixel + 1] ?? 0) + sign * beyond;
  }

  return {
    add(left: number, right: number): void {
      const from = Math.min(Math.max(Math.round((left - x) * unitsPerPixel), 0), lastUnit);
      const to = Math.min(Math.max(Math.round((right - x) * unitsPerPixel), 0), lastUnit);
      if (to <= from) return;
      step(from, 1);
      step(to, -1);
    },
    writeTo(data: Uint8Array, offset: number): void {
      let cover = 0;
      for (let i = 0; i < width; i += 1) {
        cover += steps[i] ?? 0;
        data[offset + i] = (cover * 255 + fullCover / 2) >> 12;
      }
      steps.fill(0);
    },
  };
}
