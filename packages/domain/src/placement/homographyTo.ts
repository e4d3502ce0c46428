import type { Homography } from '../geometry/homography.ts';
import type { Corners } from './placement.ts';

/**
 * The one that takes the unit square (0,0 at the first corner, 1 to the right and down) to four corners.
 * Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, §2.2.3.
 */
export function homographyTo([a, b, c, d]: Corners): Homography {
  const [dx1, dy1] = [b[0] - c[0], b[1] - c[1]];
  const [dx2, dy2] = [d[0] - c[0], d[1] - c[1]];
  const [sx, sy] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [
    b[0] - a[0] + g * b[0],
    d[0] - a[0] + h * d[0],
    a[0],
    b[1] - a[1] + g * b[1],
    d[1] - a[1] + h * d[1],
    a[1],
    g,
    h,
    1,
  ];
}
