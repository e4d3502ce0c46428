import { type Corners, homographyTo } from '@pinpaint/domain';

/** What takes an element of that size, from its own top left, to four corners. */
export function warpMatrix(corners: Corners, width: number, height: number): string {
  const [a, b, c, d, e, f, g, h, i] = homographyTo(corners);
  const columns = [
    [a / width, d / width, 0, g / width],
    [b / height, e / height, 0, h / height],
    [0, 0, 1, 0],
    [c, f, 0, i],
  ];
  return `matrix3d(${columns.flat().map(plain).join(',')})`;
}

/** CSS knows no exponents in all places, and no NaN anywhere. */
function plain(value: number): string {
  return Number.isFinite(value) ? value.toFixed(12) : '0';
}
