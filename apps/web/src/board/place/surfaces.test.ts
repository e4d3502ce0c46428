import type { Corners, Surface } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { bentFrom, movedBy, rimOf, scaledFrom, withBend, withCorner } from './surfaces.ts';

const corners: Corners = [
  [100, 100],
  [200, 100],
  [200, 160],
  [100, 160],
];
const flat: Surface = { kind: 'flat', corners };

describe('a surface that is dragged', () => {
  it('goes with all of it', () => {
    expect(movedBy(flat, 5, -3).corners[2]).toEqual([205, 157]);
  });

  it('goes by one corner, the others staying', () => {
    expect(withCorner(flat, 1, [220, 90]).corners).toEqual([corners[0], [220, 90], corners[2], corners[3]]);
  });

  it('keeps its shape and the opposite corner where that is wanted, and never turns over', () => {
    expect(scaledFrom(flat, 2, [300, 220]).corners).toEqual([
      [100, 100],
      [300, 100],
      [300, 220],
      [100, 220],
    ]);
    const [, , held] = scaledFrom(flat, 2, [0, 0]).corners;
    expect(held[0]).toBeGreaterThan(100);
  });

  it('scales its bends with it', () => {
    const can = { ...bentFrom(flat, 'cylinder') };
    expect(can).toMatchObject({ topBendPx: 6, bottomBendPx: 6, arcDegrees: 120 });
    expect(scaledFrom(can, 2, [300, 220])).toMatchObject({ topBendPx: 12, bottomBendPx: 12 });
    expect(bentFrom(can, 'flat')).toEqual(flat);
  });

  it('bends along the way down between its edges', () => {
    const can = bentFrom(flat, 'cylinder');
    expect(rimOf(can, 'bottom')).toEqual({ at: [150, 160], down: [0, 1] });
    expect(withBend(can, 'bottom', 20)).toMatchObject({ topBendPx: 6, bottomBendPx: 20 });
    expect(withBend(flat, 'top', 20)).toBe(flat);
  });
});
