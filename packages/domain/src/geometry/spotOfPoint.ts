import type { FramePoint, PixelSize, Region } from './region.ts';

/** A thumb covers about this much of a picture on a phone, and no fewer pixels are worth an edit. */
const shareOfShorterSide = 0.04;
const smallestRadiusPx = 24;

/** The circle a bare point is given before it can be edited. */
export function spotOfPoint(point: FramePoint, frame: PixelSize): Extract<Region, { kind: 'ellipse' }> {
  const radiusPx = Math.max(smallestRadiusPx, shareOfShorterSide * Math.min(frame.width, frame.height));
  return { kind: 'ellipse', cx: point[0], cy: point[1], rx: radiusPx, ry: radiusPx };
}
