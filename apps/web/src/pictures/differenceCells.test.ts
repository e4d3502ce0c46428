import { describe, expect, it } from 'vitest';
import { cellsIn, comparedLevel } from './differenceCells.ts';
import type { PictureSource } from './pictureSource.ts';

function source(x: number, width: number): PictureSource {
  const bounds = { x, y: 0, width, height: 1_000 };
  return { bounds, base: { path: '/versions/v', rect: bounds }, overlays: [] };
}

describe('what is compared', () => {
  it.each([
    ['of the same place', 0, 2],
    ['apart by a multiple of four', -4, 2],
    ['apart by two', -2, 1],
    ['apart by an odd number', -3, 0],
  ])('of pictures %s is a level they have pixels of in common', (_, x, level) => {
    expect(comparedLevel(source(0, 2_000), source(x, 2_100), 0.25)).toBe(level);
  });

  it('is only where both have pixels', () => {
    const everything = { x: -5_000, y: -5_000, width: 10_000, height: 10_000 };
    const cells = cellsIn(source(0, 600), source(-200, 900), { level: 0, within: everything });
    expect(Math.min(...cells.map(({ rect }) => rect.x))).toBe(0);
    expect(Math.max(...cells.map(({ rect }) => rect.x + rect.width))).toBe(600);
  });
});
