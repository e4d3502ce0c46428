import { expect, it } from 'vitest';
import { barriersFrom } from './barriersFrom.ts';

const size = { width: 7, height: 5 };

it('a smooth change is as high as it goes, a wall is high for all behind it, and there may be a way round', () => {
  const slope = plane((x) => x / 10);
  const walled = plane((x) => (x === 3 ? 1 : 0));
  const withDoor = plane((x, y) => (x === 3 && y < 4 ? 1 : 0));
  const seeds = Uint8Array.from(slope, (_, i) => (i % size.width === 0 ? 1 : 0));
  const flat = plane(() => 0);

  expect(row(barriersFrom(seeds, [slope, flat], size))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  expect(row(barriersFrom(seeds, [flat, walled], size))).toEqual([0, 0, 0, 1, 1, 1, 1]);
  expect(row(barriersFrom(seeds, [withDoor, flat], size))).toEqual([0, 0, 0, 1, 0, 0, 0]);
});

function plane(value: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: size.width * size.height }, (_, i) =>
    value(i % size.width, Math.floor(i / size.width)),
  );
}

/** The middle one, rounded. */
function row(barriers: Float32Array): number[] {
  return [...barriers.subarray(2 * size.width, 3 * size.width)].map((value) => Math.round(value * 100) / 100);
}
