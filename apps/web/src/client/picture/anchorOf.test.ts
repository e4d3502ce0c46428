import { expect, it } from 'vitest';
import { anchorOf } from './anchorOf.ts';

const bounds = { x: 0, y: 0, width: 1000, height: 1000 };

it('is the upper right of a drawn line', () => {
  const points = [
    [200, 500],
    [500, 300],
    [700, 400],
    [500, 800],
  ] as const;
  expect(anchorOf({ kind: 'lasso', points }, bounds)).toEqual([700, 400]);
});

it('is another place on the line where its mark would be cut off', () => {
  const points = [
    [400, 200],
    [900, 150],
    [990, 400],
    [600, 900],
  ] as const;
  expect(anchorOf({ kind: 'lasso', points }, bounds)).toEqual([400, 200]);
});

it.each([
  { kind: 'rectangle', x: 900, y: 0, width: 100, height: 50 },
  { kind: 'ellipse', cx: 980, cy: 20, rx: 40, ry: 40 },
  {
    kind: 'lasso',
    points: [
      [990, 10],
      [999, 10],
      [999, 20],
    ],
  },
] as const)('stays where its mark has room: $kind', (region) => {
  expect(anchorOf(region, bounds)).toEqual([880, 120]);
});

it('is the spot itself of a point', () => {
  expect(anchorOf({ kind: 'point', x: 999, y: 1 }, bounds)).toEqual([999, 1]);
});
