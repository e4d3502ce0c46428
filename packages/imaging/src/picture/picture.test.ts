import { describe, expect, it } from 'vitest';
import { cropPicture } from './cropPicture.ts';
import { makePicture, rectOfPlaced } from './picture.ts';

describe('cropPicture', () => {
  it('copies the samples under a rectangle of frame space', () => {
    const picture = makePicture({ width: 4, height: 3, channels: 4, depth: 16 });
    picture.data.forEach((_, i) => {
      picture.data[i] = i * 300;
    });
    const crop = cropPicture({ x: -1, y: 5, picture }, { x: 1, y: 6, width: 2, height: 2 });
    expect(rectOfPlaced(crop)).toEqual({ x: 1, y: 6, width: 2, height: 2 });
    expect([...crop.picture.data].map((value) => value / 300)).toEqual([
      24, 25, 26, 27, 28, 29, 30, 31, 40, 41, 42, 43, 44, 45, 46, 47,
    ]);
    crop.picture.data.fill(0);
    expect(picture.data[24]).toBe(24 * 300);
  });

  it('refuses a rectangle that leaves the picture', () => {
    const picture = makePicture({ width: 4, height: 3, channels: 3, depth: 8 });
    expect(() => cropPicture({ x: 0, y: 0, picture }, { x: 2, y: 0, width: 3, height: 1 })).toThrow(
      RangeError,
    );
  });
});
