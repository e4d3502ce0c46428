import { type AlphaPlane, makePicture } from '@pinpaint/imaging';
import { expect, test } from 'vitest';
import { leaveUnseen } from './leaveUnseen.ts';

const rect = { x: -2, y: 5, width: 4, height: 2 };

/** One column with its own alpha each, under an edit that uses all of it. */
function under(alphas: readonly number[], existing = rect): readonly number[] {
  const picture = makePicture({ ...rect, channels: 4, depth: 8 });
  for (let i = 0; i < 8; i += 1) picture.data.set([9, 9, 9, alphas[i % 4] ?? 0], i * 4);
  const used: AlphaPlane = { rect, data: new Uint8Array(8).fill(200) };
  leaveUnseen(used, { ...rect, picture }, existing);
  return [...used.data];
}

test('what is wholly transparent is left alone, and only that', () => {
  expect(under([0, 1, 128, 255])).toEqual([0, 200, 200, 200, 0, 200, 200, 200]);
});

test('what had no pixels before is not meant', () => {
  expect(under([0, 0, 0, 255], { x: -1, y: 6, width: 9, height: 9 })).toEqual([
    200, 200, 200, 200, 200, 0, 0, 200,
  ]);
});
