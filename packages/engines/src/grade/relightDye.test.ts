import { describe, expect, it } from 'vitest';
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
});

function lightnesses(dye: (lab: Float32Array) => void, from: readonly number[]): number[] {
  const lab = Float32Array.from(from.flatMap((l) => [l, 0, 0]));
  dye(lab);
  return from.map((_, i) => lab[i * 3] ?? Number.NaN);
}
