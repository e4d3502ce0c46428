import { describe, expect, it } from 'vitest';
import type { Dye } from './dye.ts';
import { createRelightDye } from './relightDye.ts';

const none = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };

describe('a change of light', () => {
  it('brightens the middle and leaves black and white where they are', () => {
    const dye = createRelightDye({ ...none, brightness: 0.6 }, 0.55);
    expect(lightnesses(dye, [0, 0.5, 1])).toEqual([0, expect.closeTo(0.61, 1), 1]);
  });

  it('darkens all alike, so that a white sky darkens as well', () => {
    const dye = createRelightDye({ ...none, brightness: -0.6 }, 0.55);
    const [black = 1, middle = 0, white = 0] = lightnesses(dye, [0, 0.5, 1]);
    expect(black).toBe(0);
    expect(white).toBeLessThan(0.88);
    expect(middle / 0.5).toBeCloseTo(white, 5);
  });

  it.each([1, -2, 0.5])('of %d stops multiplies light by as many doublings', (stops) => {
    const [dark = 0, middle = 0] = lightnesses(createRelightDye({ ...none, stops }, 0.55), [0.3, 0.5]);
    expect(Math.log2((dark / 0.3) ** 3)).toBeCloseTo(stops, 5);
    expect(Math.log2((middle / 0.5) ** 3)).toBeCloseTo(stops, 5);
  });

  it('of two stops up ends in white, never beyond', () => {
    const [light = 0, white = 0] = lightnesses(createRelightDye({ ...none, stops: 2 }, 0.55), [0.8, 1]);
    expect(light).toBeGreaterThan(0.95);
    expect(light).toBeLessThanOrEqual(1);
    expect(white).toBe(1);
  });
});

function lightnesses(dye: Dye, from: readonly number[]): number[] {
  const lab = Float32Array.from(from.flatMap((l) => [l, 0, 0]));
  dye(lab, Int32Array.from(from.keys()));
  return from.map((_, i) => lab[i * 3] ?? Number.NaN);
}
