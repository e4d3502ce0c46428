import type { Corners, FramePoint, Surface } from '@pinpaint/domain';

/** What an artwork round a thing covers of it, before anybody says otherwise. */
const usualArc = 120;
/** Of its height, how far a rim bends: a cup seen from a little above. */
const usualBend = 0.1;

/** The same corners on another kind of surface. */
export function bentFrom(surface: Surface, kind: Surface['kind']): Surface {
  const { corners } = surface;
  if (kind === surface.kind) return surface;
  if (kind === 'flat') return { kind, corners };
  const bend = Math.round(usualBend * heightOf(corners));
  return { kind, corners, topBendPx: bend, bottomBendPx: bend, arcDegrees: usualArc };
}

export function movedBy(surface: Surface, dx: number, dy: number): Surface {
  const moved = ([x, y]: FramePoint): FramePoint => [x + dx, y + dy];
  const [a, b, c, d] = surface.corners;
  return { ...surface, corners: [moved(a), moved(b), moved(c), moved(d)] };
}

export function withCorner(surface: Surface, index: number, point: FramePoint): Surface {
  const at = (k: 0 | 1 | 2 | 3) => (k === index ? point : surface.corners[k]);
  return { ...surface, corners: [at(0), at(1), at(2), at(3)] };
}

/** Larger or smaller in its own shape, the opposite corner staying where it is. */
export function scaledFrom(surface: Surface, index: number, point: FramePoint): Surface {
  const fixed = surface.corners[(index + 2) % 4] ?? point;
  const held = surface.corners[index] ?? point;
  const [dx, dy] = [held[0] - fixed[0], held[1] - fixed[1]];
  const along = ((point[0] - fixed[0]) * dx + (point[1] - fixed[1]) * dy) / (dx * dx + dy * dy);
  const factor = Math.max(leastFactor, along);
  const scaled = ([x, y]: FramePoint): FramePoint => [
    fixed[0] + (x - fixed[0]) * factor,
    fixed[1] + (y - fixed[1]) * factor,
  ];
  const [a, b, c, d] = surface.corners;
  const corners: Corners = [scaled(a), scaled(b), scaled(c), scaled(d)];
  if (surface.kind === 'flat') return { ...surface, corners };
  const { topBendPx, bottomBendPx } = surface;
  return { ...surface, corners, topBendPx: topBendPx * factor, bottomBendPx: bottomBendPx * factor };
}

const leastFactor = 0.02;

export type Rim = 'top' | 'bottom';

/** Where a rim's middle is without its bend, and which way is down. */
export function rimOf({ corners: [a, b, c, d] }: Surface, rim: Rim) {
  const [top, bottom] = [middle(a, b), middle(d, c)];
  const length = Math.hypot(bottom[0] - top[0], bottom[1] - top[1]) || 1;
  const down: FramePoint = [(bottom[0] - top[0]) / length, (bottom[1] - top[1]) / length];
  return { at: rim === 'top' ? top : bottom, down };
}

export function withBend(surface: Surface, rim: Rim, bendPx: number): Surface {
  if (surface.kind === 'flat') return surface;
  return rim === 'top' ? { ...surface, topBendPx: bendPx } : { ...surface, bottomBendPx: bendPx };
}

function heightOf([a, b, c, d]: Corners): number {
  const [top, bottom] = [middle(a, b), middle(d, c)];
  return Math.hypot(bottom[0] - top[0], bottom[1] - top[1]);
}

function middle(a: FramePoint, b: FramePoint): FramePoint {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
