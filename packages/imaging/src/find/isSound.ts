import { type FramePoint, type Homography, mapPoint, type PixelRect } from '@pinpaint/domain';
import { limits } from './limits.ts';

/** Whether a map leaves a rectangle a thing one could see: convex, not flipped, neither shrunk away nor blown up. */
export function isSound(h: Homography, rect: PixelRect): boolean {
  const { x, y, width, height } = rect;
  const corners = [
    mapPoint(h, [x, y]),
    mapPoint(h, [x + width, y]),
    mapPoint(h, [x + width, y + height]),
    mapPoint(h, [x, y + height]),
  ].filter((corner) => corner !== null);
  const [a, b, c, d] = corners;
  if (!a || !b || !c || !d) return false;
  const turns = [turnOf(a, b, c), turnOf(b, c, d), turnOf(c, d, a), turnOf(d, a, b)];
  const sides = [
    lengthOf(a, b) / width,
    lengthOf(b, c) / height,
    lengthOf(c, d) / width,
    lengthOf(d, a) / height,
  ];
  const { from, to } = limits.scale;
  return turns.every((turn) => turn > 0) && sides.every((side) => side >= from && side <= to);
}

/** Above 0 where the way turns right, as it does all round a rectangle that was not flipped. */
function turnOf(a: FramePoint, b: FramePoint, c: FramePoint): number {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}

function lengthOf(a: FramePoint, b: FramePoint): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}
