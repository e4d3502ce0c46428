import type { Homography } from '@pinpaint/domain';

/** Nine numbers of a 3 × 3 matrix; null where they are no map. */
export function homographyOf(values: ArrayLike<number>): Homography | null {
  const [a, b, c, d, e, f, g, h, i] = Array.from(values);
  const all = [a, b, c, d, e, f, g, h, i];
  if (!all.every((value) => value !== undefined && Number.isFinite(value)) || !i) return null;
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0, g ?? 0, h ?? 0, i];
}
