import { expect, it } from 'vitest';
import type { TileGrid } from '../../../data/types.ts';
import { levelFor, planTiles } from './tilePlan.ts';

/** As the server says it of 2000 × 1000 pixels. */
const grid: TileGrid = {
  tilePx: 512,
  levels: [
    { width: 2000, height: 1000, columns: 4, rows: 2 },
    { width: 1000, height: 500, columns: 2, rows: 1 },
    { width: 500, height: 250, columns: 1, rows: 1 },
  ],
};
const whole = { x: 0, y: 0, width: 2000, height: 1000 };

it.each([
  [32, 0],
  [1, 0],
  [0.51, 0],
  [0.5, 1],
  [0.26, 1],
  [0.25, 2],
  [0.01, 2],
])('at a density of %d takes level %i, never fewer pixels than the screen has', (density, level) => {
  expect(levelFor(grid, density)).toBe(level);
});

it('covers the picture once, to its very edge', () => {
  const { seen } = planTiles({ grid, seen: whole, density: 1 });
  expect(seen).toHaveLength(8);
  expect(seen.reduce((sum, { rect }) => sum + rect.width * rect.height, 0)).toBe(2000 * 1000);
});

it('asks for what is seen, nearest to its middle first, and for a ring around it', () => {
  const { seen, ring } = planTiles({ grid, seen: { x: 10, y: 10, width: 700, height: 100 }, density: 1 });
  expect(seen.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(ring.map(({ x, y }) => `${x},${y}`).sort()).toEqual(['0,1', '1,1', '2,0', '2,1']);
});
