import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, translation } from '../geometry/homography.ts';
import { carryPlacement } from './carryPlacement.ts';
import { fitPlacement } from './fitPlacement.ts';
import type { Corners, Placement, Surface } from './placement.ts';
import { placementProblem } from './placementProblem.ts';
import { surfaceMap } from './surfaceMap.ts';
import { surfaceBounds, surfaceOutline } from './surfaceOutline.ts';

const square: Corners = [
  [10, 10],
  [110, 10],
  [110, 110],
  [10, 110],
];
const frame = { x: 0, y: 0, width: 200, height: 200 };

function placed(surface: Surface): Placement {
  return { surface, opacity: 1, blend: 'normal', shading: 1 };
}

function aCan(change: Partial<Extract<Surface, { kind: 'cylinder' }>> = {}): Surface {
  return { kind: 'cylinder', corners: square, topBendPx: 10, bottomBendPx: 14, arcDegrees: 120, ...change };
}

const jitter = fc.double({ min: -30, max: 30, noNaN: true });
const quads = fc
  .array(jitter, { minLength: 8, maxLength: 8 })
  .map(
    (by) => square.map(([x, y], k) => [x + (by[2 * k] ?? 0), y + (by[2 * k + 1] ?? 0)]) as unknown as Corners,
  )
  .filter((corners) => placementProblem(placed({ kind: 'flat', corners }), frame) === null);
const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('the way between artwork and frame', () => {
  it('leads back to where it came from, flat and round', () => {
    const bends = fc.double({ min: -15, max: 15, noNaN: true });
    const surfaces = fc.oneof(
      quads.map((corners): Surface => ({ kind: 'flat', corners })),
      fc
        .record({
          corners: quads,
          topBendPx: bends,
          bottomBendPx: bends,
          arcDegrees: fc.integer({ min: 10, max: 180 }),
        })
        .map((round): Surface => ({ kind: 'cylinder', ...round }))
        .filter((surface) => placementProblem(placed(surface), frame) === null),
    );
    fc.assert(
      fc.property(surfaces, unit, unit, (surface, u, v) => {
        const { toFrame, toArtwork } = surfaceMap(surface);
        const uv = new Float64Array(2);
        toArtwork(...toFrame(u, v), uv);
        expect(uv[0]).toBeCloseTo(u, 6);
        expect(uv[1]).toBeCloseTo(v, 6);
      }),
    );
  });

  it('takes the artwork’s corners to the corners', () => {
    for (const surface of [{ kind: 'flat', corners: square } as const, aCan()]) {
      const { toFrame } = surfaceMap(surface);
      const corners = [toFrame(0, 0), toFrame(1, 0), toFrame(1, 1), toFrame(0, 1)];
      expect(corners.map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual(square);
    }
  });

  it('goes round a can as its sides turn away: a quarter of the way round is nearer the side than a quarter across', () => {
    const { toFrame } = surfaceMap(aCan({ arcDegrees: 180, topBendPx: 0, bottomBendPx: 0 }));
    expect(toFrame(0.25, 0)[0]).toBeCloseTo(60 - 50 * Math.SQRT1_2, 9);
  });

  it('bends the rims as ellipses: as far as said in the middle, not at all at the corners', () => {
    const { toFrame } = surfaceMap(aCan({ arcDegrees: 180 }));
    expect(toFrame(0.5, 0)[1]).toBeCloseTo(20, 9);
    expect(toFrame(0.5, 1)[1]).toBeCloseTo(124, 9);
    const [x, y] = toFrame(0.1, 0);
    expect(((x - 60) / 50) ** 2 + ((y - 10) / 10) ** 2).toBeCloseTo(1, 9);
  });

  it('lies beside the artwork for what lies beside the surface', () => {
    const uv = new Float64Array(2);
    for (const arcDegrees of [40, 120, 180]) {
      const { toArtwork } = surfaceMap(aCan({ arcDegrees }));
      toArtwork(5, 60, uv);
      expect(uv[0]).toBeLessThan(0);
      toArtwork(115, 60, uv);
      expect(uv[0]).toBeGreaterThan(1);
    }
  });
});

describe('a placement', () => {
  it('lies as large as its region lets it, in its own shape, in the middle', () => {
    const { surface } = fitPlacement({ x: 100, y: 50, width: 200, height: 100 }, { width: 30, height: 30 });
    expect(surface.corners).toEqual([
      [150, 50],
      [250, 50],
      [250, 150],
      [150, 150],
    ]);
  });

  it.each<[string, Surface]>([
    [
      'placement.not-finite',
      { kind: 'flat', corners: [[Number.NaN, 0], ...square.slice(1)] as unknown as Corners },
    ],
    [
      'placement.too-small',
      {
        kind: 'flat',
        corners: [
          [10, 10],
          [11, 10],
          [11, 11],
          [10, 11],
        ],
      },
    ],
    [
      'placement.too-small',
      {
        kind: 'flat',
        corners: [
          [10, 10],
          [50, 10],
          [90, 10],
          [130, 10],
        ],
      },
    ],
    [
      'placement.not-convex',
      {
        kind: 'flat',
        corners: [
          [10, 10],
          [110, 110],
          [110, 10],
          [10, 110],
        ],
      },
    ],
    [
      'placement.not-convex',
      {
        kind: 'flat',
        corners: [
          [10, 10],
          [110, 10],
          [30, 30],
          [10, 110],
        ],
      },
    ],
    [
      'placement.mirrored',
      {
        kind: 'flat',
        corners: [
          [110, 10],
          [10, 10],
          [10, 110],
          [110, 110],
        ],
      },
    ],
    ['placement.bent-too-far', aCan({ topBendPx: 120 })],
    ['placement.not-finite', aCan({ bottomBendPx: Number.POSITIVE_INFINITY })],
  ])('is refused as %s', (code, surface) => {
    expect(placementProblem(placed(surface), frame)).toBe(code);
  });

  it('is refused where nothing of it could be seen', () => {
    const elsewhere = { x: 300, y: 0, width: 50, height: 50 };
    expect(placementProblem(placed(aCan()), elsewhere)).toBe('placement.outside');
    expect(placementProblem(placed(aCan()), frame)).toBeNull();
  });

  it('has an outline that goes down with its rims', () => {
    expect(surfaceOutline({ kind: 'flat', corners: square })).toEqual(square);
    expect(surfaceBounds(aCan())).toEqual({ x: 10, y: 10, width: 100, height: 114 });
  });
});

describe('a placement that is carried', () => {
  const doubled = compose(translation(40, -8), [2, 0, 0, 0, 2, 0, 0, 0, 1]);

  it('lies where the map takes its corners, its rims bent as much more as it is larger', () => {
    const carried = carryPlacement(placed(aCan()), doubled);
    expect(carried?.surface).toMatchObject({ topBendPx: 20, bottomBendPx: 28, arcDegrees: 120 });
    expect(carried?.surface.corners).toEqual(square.map(([x, y]) => [2 * x + 40, 2 * y - 8]));
  });

  it('takes each point of the artwork to where the map takes it', () => {
    const surface = aCan();
    const carried = carryPlacement(placed(surface), doubled);
    const [x, y] = surfaceMap(surface).toFrame(0.3, 0.8);
    const [toX, toY] = carried ? surfaceMap(carried.surface).toFrame(0.3, 0.8) : [];
    expect(toX).toBeCloseTo(2 * x + 40, 6);
    expect(toY).toBeCloseTo(2 * y - 8, 6);
  });

  it('is lost where a corner comes to lie beyond the horizon', () => {
    expect(
      carryPlacement(placed({ kind: 'flat', corners: square }), [1, 0, 0, 0, 1, 0, -0.01, 0, 1]),
    ).toBeNull();
  });
});
