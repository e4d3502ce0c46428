import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CarriedShape, carryRegion } from './carryRegion.ts';
import { compose, type Homography, identity, invert, mapPoint, scaleAt, translation } from './homography.ts';

const small = fc.double({ min: -0.2, max: 0.2, noNaN: true });
const shift = fc.double({ min: -500, max: 500, noNaN: true });
/** As cameras make them: near a turn and a shift. */
const maps = fc
  .tuple(small, small, shift, small, small, shift)
  .map(([a, b, x, c, d, y]): Homography => [1 + a, b, x, c, 1 + d, y, 1e-5, -1e-5, 1]);
const point = fc.tuple(
  fc.double({ min: 0, max: 1_000, noNaN: true }),
  fc.double({ min: 0, max: 1_000, noNaN: true }),
);

describe('a map of one frame to another', () => {
  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(maps, point, (h, at) => {
        const back = invert(h);
        const there = mapPoint(h, at);
        const again = back && there && mapPoint(back, there);
        expect(again?.[0]).toBeCloseTo(at[0], 6);
        expect(again?.[1]).toBeCloseTo(at[1], 6);
      }),
    );
  });

  it('can be followed by another', () => {
    const twice = compose(translation(3, 4), [2, 0, 0, 0, 2, 0, 0, 0, 1]);
    expect(mapPoint(twice, [5, 6])).toEqual([13, 16]);
    expect(scaleAt(twice, [5, 6])).toBeCloseTo(2);
  });

  it('has no image beyond its horizon, and no inverse where it folds', () => {
    expect(mapPoint([1, 0, 0, 0, 1, 0, -0.01, 0, 1], [200, 0])).toBeNull();
    expect(invert([1, 1, 0, 1, 1, 0, 0, 0, 1])).toBeNull();
  });
});

describe('a region in another frame', () => {
  const shapes: readonly CarriedShape[] = [
    { kind: 'none' },
    { kind: 'point', x: 1, y: 2 },
    { kind: 'rectangle', x: 1, y: 2, width: 3, height: 4 },
    { kind: 'ellipse', cx: 5, cy: 6, rx: 3, ry: 2 },
    {
      kind: 'lasso',
      points: [
        [0, 0],
        [4, 0],
        [4, 4],
      ],
    },
    {
      kind: 'brush',
      strokes: [
        {
          points: [
            [1, 1],
            [5, 1],
          ],
          radiusPx: 2,
          erase: false,
        },
      ],
    },
  ];

  it.each(shapes)('stays the shape it is where it only moves: $kind', (shape) => {
    const moved = carryRegion(shape, translation(10, -20));
    expect(moved?.kind).toBe(shape.kind);
    expect(moved && moved.kind !== 'raster' && carryRegion(moved, translation(-10, 20))).toEqual(shape);
    expect(carryRegion(shape, identity)).toEqual(shape);
  });

  const doubled: Homography = [2, 0, 0, 0, 2, 0, 0, 0, 1];

  it('becomes a polygon elsewhere, and a brush as wide as it is seen there', () => {
    expect(carryRegion({ kind: 'rectangle', x: 1, y: 2, width: 3, height: 4 }, doubled)).toEqual({
      kind: 'lasso',
      points: [
        [2, 4],
        [8, 4],
        [8, 12],
        [2, 12],
      ],
    });
    const ellipse = carryRegion({ kind: 'ellipse', cx: 5, cy: 6, rx: 3, ry: 2 }, doubled);
    expect(ellipse?.kind === 'lasso' && Math.max(...ellipse.points.map(([x]) => x))).toBeCloseTo(16);
    const brush = carryRegion(shapes[5] ?? { kind: 'none' }, doubled);
    expect(brush?.kind === 'brush' && brush.strokes[0]?.radiusPx).toBeCloseTo(4);
  });

  it('is nowhere when a part of it has no image', () => {
    const h: Homography = [1, 0, 0, 0, 1, 0, -0.01, 0, 1];
    expect(carryRegion({ kind: 'rectangle', x: 50, y: 0, width: 100, height: 10 }, h)).toBeNull();
  });
});
