import { expect, it } from 'vitest';
import { anchorOf } from './anchorOf.ts';

const frame = { x: 0, y: 0, width: 1000, height: 500 };

it('stands on the spot of a bare point', () => {
  expect(anchorOf({ kind: 'point', x: 3, y: 4 }, frame)).toEqual([3, 4]);
});

it('stands inside of a circle', () => {
  const [x, y] = anchorOf({ kind: 'ellipse', cx: 100, cy: 100, rx: 50, ry: 50 }, frame);
  expect(Math.hypot(x - 100, y - 100)).toBeLessThan(50);
});

it('stands inside of a shape that is bent around nothing', () => {
  const points = [
    [0, 0],
    [100, 0],
    [100, 20],
    [20, 20],
    [20, 80],
    [100, 80],
    [100, 100],
    [0, 100],
  ] as const;
  const [x, y] = anchorOf({ kind: 'lasso', points }, frame);
  expect(x).toBeGreaterThan(0);
  expect(x).toBeLessThan(20);
  expect(y).toBeCloseTo(33);
});

it('stands at the top of a frame that is meant as a whole', () => {
  expect(anchorOf({ kind: 'none' }, frame)).toEqual([500, 30]);
});
