import { describe, expect, it } from 'vitest';
import { diffPicture } from './diffPicture.ts';
import { makePicture, type Placed } from './picture.ts';

describe('diffPicture', () => {
  it('shows the largest difference of a pixel eight times, and 255 at most', () => {
    expect([...diffPicture(row(8, [9, 9, 9, 50, 50, 50]), row(8, [9, 8, 12, 50, 150, 50])).data]).toEqual([
      24, 255,
    ]);
  });

  it('never shows a change as none, at 16 bits either', () => {
    expect([...diffPicture(row(16, [0, 0, 0, 0, 0, 0]), row(16, [0, 0, 1, 0, 257, 0])).data]).toEqual([1, 8]);
  });

  it('is white where an extended frame had no pixel', () => {
    const before = row(8, [1, 2, 3]);
    const after = { ...row(8, [0, 0, 0, 1, 2, 3]), x: -1 };
    expect(diffPicture(before, after)).toEqual({
      rect: { x: -1, y: 0, width: 2, height: 1 },
      data: Uint8Array.of(255, 0),
    });
  });
});

function row(depth: 8 | 16, samples: number[]): Placed {
  const picture = makePicture({ width: samples.length / 3, height: 1, channels: 3, depth });
  picture.data.set(samples);
  return { x: 0, y: 0, picture };
}
