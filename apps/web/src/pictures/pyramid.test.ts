import { describe, expect, it } from 'vitest';
import { levelFor, levelsOf, tilesIn } from './pyramid.ts';

const bowl = { x: 0, y: 0, width: 2592, height: 1728 };

describe('a picture’s levels', () => {
  it('halve, rounded down, until one fits into a tile', () => {
    expect(levelsOf({ width: 2001, height: 900 })).toEqual([
      { width: 2001, height: 900 },
      { width: 1000, height: 450 },
      { width: 500, height: 225 },
    ]);
  });

  it('are chosen so that each pixel of the screen has one', () => {
    expect([2, 1, 0.6, 0.5, 0.3, 0.001].map((scale) => levelFor(bowl, scale))).toEqual([0, 0, 0, 1, 1, 3]);
  });
});

describe('tiles', () => {
  it('are those that are seen, with what of frame space they show', () => {
    const within = { x: 1_000, y: 100, width: 40, height: 40 };
    expect(tilesIn(bowl, 0, within)).toEqual([
      { level: 0, x: 1, y: 0, rect: { x: 512, y: 0, width: 512, height: 512 } },
      { level: 0, x: 2, y: 0, rect: { x: 1024, y: 0, width: 512, height: 512 } },
    ]);
  });

  it('end where the picture ends, and begin where an extended one begins', () => {
    const extended = { x: -100, y: 0, width: 700, height: 300 };
    expect(tilesIn(extended, 0, extended).map(({ rect }) => [rect.x, rect.width])).toEqual([
      [-100, 512],
      [412, 188],
    ]);
    expect(tilesIn(extended, 0, { x: 900, y: 0, width: 5, height: 5 })).toEqual([]);
  });

  it('cover the whole picture at each level', () => {
    for (const level of levelsOf(bowl).keys()) {
      const area = tilesIn(bowl, level, bowl).reduce((sum, { rect }) => sum + rect.width * rect.height, 0);
      expect(area).toBeGreaterThan(bowl.width * bowl.height * 0.99);
    }
  });
});
