import type { PixelSize } from '@pinpaint/domain';

/** How far from its target a patch may be fetched, in pixels of one level; Infinity: from anywhere. */
export type Reach = {
  readonly acrossPx: number;
  readonly downPx: number;
  /** The shortest move allowed, by its longer side; 0: every move is. */
  readonly atLeastPx: number;
  /** By how much a difference counts more with each pixel that its patch comes from farther away. */
  readonly distrust: number;
};

export const everywhere: Reach = { acrossPx: Infinity, downPx: Infinity, atLeastPx: 0, distrust: 0 };

/** The share of the height patches may move up or down where a picture grows sideways (reference.md: a clear win). */
const driftShare = 0.1;
/**
 * What lies near is likelier to go on behind the hole: a difference counts this much more from the far side of
 * the picture (on 60 seeded holes 2: SWD −5 %, sharpness +.035; at 6 nothing more is won). A picture that grows
 * has nothing near but its own edge, which would only be repeated (slats, on wide-16x9).
 */
const distrust = 2;

/**
 * A picture that grows sideways keeps to its own heights (ground stays below, sky above), one that grows
 * up or down to its own columns. One that grows both ways has corners, where neither would be right.
 */
export function readReach(known: Uint8Array, { width, height }: PixelSize): Reach {
  const sideways = hasEmptyLine(known, width, height, 1, width);
  const upright = hasEmptyLine(known, height, width, width, 1);
  if (!sideways && !upright) return { ...everywhere, distrust: distrust / Math.max(width, height) };
  if (sideways && upright) return everywhere;
  return sideways
    ? { ...everywhere, downPx: Math.ceil(driftShare * height) }
    : { ...everywhere, acrossPx: Math.ceil(driftShare * width) };
}

/** At another scale; the least drift is one pixel. */
export function scaleReach({ acrossPx, downPx, atLeastPx, distrust }: Reach, factor: number): Reach {
  return {
    acrossPx: Math.ceil(acrossPx * factor),
    downPx: Math.ceil(downPx * factor),
    atLeastPx: Math.ceil(atLeastPx * factor),
    distrust: distrust / factor,
  };
}

export function isInReach(reach: Reach, width: number, target: number, source: number): boolean {
  if (reach.acrossPx === Infinity && reach.downPx === Infinity && reach.atLeastPx === 0) return true;
  const targetX = target % width;
  const sourceX = source % width;
  const across = Math.abs(sourceX - targetX);
  const down = Math.abs(source - sourceX - (target - targetX)) / width;
  return across <= reach.acrossPx && down <= reach.downPx && Math.max(across, down) >= reach.atLeastPx;
}

/** Whether the first or last of the lines (rows or columns) holds no pixel at all. */
function hasEmptyLine(
  known: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): boolean {
  const isEmpty = (line: number): boolean => {
    for (let i = 0; i < length; i++) if (known[line * lineStep + i * step] !== 0) return false;
    return true;
  };
  return isEmpty(0) || isEmpty(lines - 1);
}
