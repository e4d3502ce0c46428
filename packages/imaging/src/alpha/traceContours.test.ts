import { expect, it } from 'vitest';
import { type Contour, traceContours } from './traceContours.ts';

const plane = (rows: readonly string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  data: Uint8Array.from(rows.join(''), (sample) => (sample === '#' ? 255 : 0)),
});

/** Shoelace; its sign says which way round. */
function areaOf(contour: Contour): number {
  let sum = 0;
  for (let i = 0; i < contour.length; i += 2) {
    const [x, y, toX, toY] = [0, 1, 2, 3].map((k) => contour[(i + k) % contour.length] ?? 0);
    sum += (x ?? 0) * (toY ?? 0) - (toX ?? 0) * (y ?? 0);
  }
  return Math.abs(sum / 2);
}

it('goes once around each part, with the corners cut', () => {
  const contours = traceContours(plane(['##..', '##..', '...#']), 128);
  expect(contours).toHaveLength(2);
  const [large, small] = contours.map(areaOf).sort((a, b) => b - a);
  expect(large).toBeGreaterThan(3);
  expect(small).toBeLessThan(1);
});

it('goes around a hole too', () => {
  const contours = traceContours(plane(['#####', '#...#', '#...#', '#...#', '#####']), 128);
  expect(contours).toHaveLength(2);
});

it('closes at the plane’s own edge', () => {
  const [contour] = traceContours(plane(['###', '###', '###']), 128);
  expect(areaOf(contour ?? [])).toBeGreaterThan(8);
  expect(areaOf(contour ?? [])).toBeLessThanOrEqual(9);
});

it('finds nothing in nothing', () => {
  expect(traceContours(plane(['...']), 128)).toEqual([]);
});
