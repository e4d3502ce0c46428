import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePicture, type Picture } from '../picture/picture.ts';
import { deltaE } from './deltaE.ts';
import { fromOklab, toOklab } from './oklab.ts';
import { encodeSrgb } from './srgbCurve.ts';

describe('OKLab', () => {
  // CSS Color 4 gives these for the sRGB primaries.
  it.each([
    ['white', [255, 255, 255], [1, 0, 0]],
    ['black', [0, 0, 0], [0, 0, 0]],
    ['red', [255, 0, 0], [0.62796, 0.22486, 0.12585]],
    ['lime', [0, 255, 0], [0.86644, -0.23389, 0.1795]],
    ['blue', [0, 0, 255], [0.45201, -0.03246, -0.31153]],
  ])('has %s where it was published', (_, rgb, published) => {
    const { lab } = toOklab(picture(8, rgb));
    published.forEach((value, i) => {
      expect(lab[i]).toBeCloseTo(value, 4);
    });
  });

  it('gives back every 8-bit sample, and 16-bit ones within one step', () => {
    const rgb = fc.array(fc.nat(65535), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(rgb, (samples) => {
        const shallow = picture(
          8,
          samples.map((value) => value >> 8),
        );
        expect(fromOklab(toOklab(shallow), 8)).toEqual(shallow);
        const deep = fromOklab(toOklab(picture(16, samples)), 16);
        deep.data.forEach((value, i) => {
          expect(Math.abs(value - (samples[i] ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('clips what sRGB does not hold', () => {
    const lab = Float32Array.of(1.3, 0, 0, -0.2, 0, 0);
    expect([...fromOklab({ width: 2, height: 1, lab }, 8).data]).toEqual([255, 255, 255, 0, 0, 0]);
  });

  it('leaves a fourth channel out', () => {
    const rgba: Picture = { width: 1, height: 1, channels: 4, depth: 8, data: Uint8Array.of(9, 80, 200, 3) };
    expect(toOklab(rgba)).toEqual(toOklab(picture(8, [9, 80, 200])));
  });
});

describe('the sRGB curve', () => {
  it('is within a fiftieth of a 16-bit step of the formula', () => {
    let worst = 0;
    for (let millionths = 0; millionths <= 1e6; millionths++) {
      const linear = millionths / 1e6;
      const exact = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
      worst = Math.max(worst, Math.abs(encodeSrgb(linear) - exact));
    }
    expect(worst).toBeLessThan(1 / 65535 / 50);
  });
});

describe('deltaE', () => {
  it('is 0 for the same picture at either depth, and 100 from black to white', () => {
    const deep = picture(16, [9 * 257, 80 * 257, 200 * 257]);
    expect(deltaE(picture(8, [9, 80, 200]), deep)[0]).toBeCloseTo(0, 6);
    expect(deltaE(picture(8, [0, 0, 0]), picture(8, [255, 255, 255]))[0]).toBeCloseTo(100, 2);
  });

  it('measures red against green as CIELAB does', () => {
    // L*a*b* of sRGB red 53.24, 80.09, 67.20 and of lime 87.73, −86.18, 83.18.
    const distance = Math.hypot(53.24 - 87.73, 80.09 + 86.18, 67.2 - 83.18);
    expect(deltaE(picture(8, [255, 0, 0]), picture(8, [0, 255, 0]))[0]).toBeCloseTo(distance, 1);
  });

  it('refuses pictures of two sizes', () => {
    expect(() => deltaE(picture(8, [1, 2, 3]), picture(8, [1, 2, 3, 4, 5, 6]))).toThrow(/sizes/);
  });
});

function picture(depth: 8 | 16, samples: readonly number[]): Picture {
  const made = makePicture({ width: samples.length / 3, height: 1, channels: 3, depth });
  made.data.set(samples);
  return made;
}
