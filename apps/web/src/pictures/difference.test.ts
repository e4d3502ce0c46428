import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amplify, difference } from './difference.ts';

const bytes = fc.uint8Array({ minLength: 4, maxLength: 400 }).map((data) => {
  return Uint8ClampedArray.from(data.subarray(0, data.length - (data.length % 4)));
});

describe('a difference', () => {
  it('of a picture and itself is black everywhere, however it is amplified', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(1, 2, 4, 8, 16, 32), (picture, gain) => {
        const seen = amplify(difference(picture, picture.slice()), gain);
        expect(seen.every((value, i) => value === (i % 4 === 3 ? 255 : 0))).toBe(true);
      }),
    );
  });

  it('of one step in one channel is seen, and sixteen times as bright as it is', () => {
    const a = Uint8ClampedArray.of(10, 20, 30, 255, 10, 20, 30, 255);
    const b = Uint8ClampedArray.of(10, 20, 30, 255, 10, 19, 30, 255);
    expect([...amplify(difference(a, b), 16)]).toEqual([0, 0, 0, 255, 16, 16, 16, 255]);
  });

  it('is the largest of its channels, white at most, and the same from both sides', () => {
    const a = Uint8ClampedArray.of(0, 100, 50, 255);
    const b = Uint8ClampedArray.of(3, 60, 50, 255);
    expect([...difference(a, b), ...difference(b, a)]).toEqual([40, 40]);
    expect(amplify(difference(a, b), 16)[0]).toBe(255);
  });

  it('of pictures of two sizes is none', () => {
    expect(() => difference(new Uint8ClampedArray(4), new Uint8ClampedArray(8))).toThrow(RangeError);
  });
});
