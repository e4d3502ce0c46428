import type { PixelRect } from '@pinpaint/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAlpha } from '../alpha/alphaPlane.ts';
import { cropPicture } from '../picture/cropPicture.ts';
import { makePicture, type Placed } from '../picture/picture.ts';
import { prove } from './prove.ts';
import { startProof } from './startProof.ts';

const frame: PixelRect = { x: 0, y: 0, width: 12, height: 9 };
const permitted = [
  makeAlpha({ x: 2, y: 2, width: 4, height: 4 }, 1),
  makeAlpha({ x: 4, y: 4, width: 4, height: 4 }, 9),
];
const locks = [makeAlpha({ x: 5, y: 0, width: 2, height: 9 }, 255)];
const nothing = { changedInside: 0, changedOutside: 0, changedInLocks: 0 };

describe('prove', () => {
  it('finds nothing in a picture compared with its copy', () => {
    const before = blank();
    expect(prove({ before, after: blank(), permitted, locks })).toEqual(nothing);
  });

  it('counts a pixel once however many of its samples differ, and says where it lies', () => {
    const after = blank();
    paint(after, 3, 3, [1, 1, 1]); // permitted by the first
    paint(after, 5, 5, [0, 0, 1]); // permitted by both, locked
    paint(after, 0, 8, [1, 0, 0]); // not permitted
    paint(after, 5, 0, [0, 1, 0]); // not permitted, locked
    expect(prove({ before: blank(), after, permitted, locks })).toEqual({
      changedInside: 2,
      changedOutside: 2,
      changedInLocks: 2,
    });
  });

  it('sees a change of one step in any sample of any pixel, at both depths, with 3 and 4 channels', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8 as const, 16 as const),
        fc.constantFrom(3 as const, 4 as const),
        fc.nat(),
        (depth, channels, at) => {
          const [before, after] = [blank(depth, channels), blank(depth, channels)];
          after.picture.data[at % after.picture.data.length] = 1;
          const { changedInside, changedOutside } = prove({ before, after, permitted, locks });
          expect(changedInside + changedOutside).toBe(1);
        },
      ),
    );
  });

  it('counts new pixels of an extended frame as inside where they were permitted', () => {
    const wide = { x: -3, y: 0, width: 16, height: 9 };
    const left = makeAlpha({ x: -3, y: 0, width: 3, height: 9 }, 255);
    const counts = prove({ before: blank(), after: placed(wide), permitted: [left], locks: [] });
    expect(counts).toEqual({ changedInside: 27, changedOutside: 9, changedInLocks: 0 });
  });

  it('refuses a frame that lost pixels, and pictures of two formats', () => {
    const after = placed({ ...frame, height: 8 });
    expect(() => prove({ before: blank(), after, permitted, locks })).toThrow(/taken away/);
    expect(() => prove({ before: blank(8), after: blank(16), permitted, locks })).toThrow(/formats/);
  });
});

describe('a proof by strips', () => {
  it('counts what the whole does, however the strips are cut', () => {
    fc.assert(
      fc.property(changes, cuts, (pixels, heights) => {
        const afterBounds = { x: -1, y: -2, width: 14, height: 12 };
        const after = placed(afterBounds);
        for (const [x, y] of pixels) paint(after, x, y, [7, 0, 0]);
        const proof = startProof({ beforeBounds: frame, afterBounds, permitted, locks });
        for (const [y, height] of bandsOf(afterBounds, heights)) {
          const band = { ...afterBounds, y, height };
          proof.add({ before: bandOf(blank(), y, height), after: cropPicture(after, band) });
        }
        expect(proof.finish()).toEqual(prove({ before: blank(), after, permitted, locks }));
      }),
      { numRuns: 100 },
    );
  });

  it('does not finish while rows are missing, and takes no band twice or out of turn', () => {
    const proof = startProof({ beforeBounds: frame, afterBounds: frame, permitted, locks });
    const upper = cropPicture(blank(), { ...frame, height: 4 });
    proof.add({ before: upper, after: upper });
    expect(() => proof.finish()).toThrow(/5 rows/);
    expect(() => proof.add({ before: upper, after: upper })).toThrow(/y 4/);
    const lower = cropPicture(blank(), { ...frame, y: 4, height: 5 });
    expect(() => proof.add({ before: null, after: lower })).toThrow(/lacks/);
    const narrow = cropPicture(lower, { x: 0, y: 4, width: 11, height: 5 });
    expect(() => proof.add({ before: lower, after: narrow })).toThrow(/width/);
    proof.add({ before: lower, after: lower });
    expect(proof.finish()).toEqual(nothing);
  });
});

const changes = fc.array(fc.tuple(fc.integer({ min: -1, max: 12 }), fc.integer({ min: -2, max: 9 })), {
  maxLength: 20,
});
const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 });

function blank(depth: 8 | 16 = 8, channels: 3 | 4 = 3): Placed {
  return { x: 0, y: 0, picture: makePicture({ width: 12, height: 9, channels, depth }) };
}

function placed({ x, y, width, height }: PixelRect): Placed {
  return { x, y, picture: makePicture({ width, height, channels: 3, depth: 8 }) };
}

function paint({ x, y, picture }: Placed, atX: number, atY: number, samples: number[]): void {
  picture.data.set(samples, ((atY - y) * picture.width + (atX - x)) * picture.channels);
}

function bandsOf({ y, height }: PixelRect, heights: readonly number[]): [y: number, height: number][] {
  const bands: [number, number][] = [];
  let top = y;
  for (const wanted of heights) {
    const rows = Math.min(wanted, y + height - top);
    if (rows > 0) bands.push([top, rows]);
    top += rows;
  }
  return bands;
}

function bandOf(source: Placed, y: number, height: number): Placed | null {
  const top = Math.max(y, source.y);
  const rows = Math.min(y + height, source.y + source.picture.height) - top;
  return rows > 0
    ? cropPicture(source, { x: source.x, y: top, width: source.picture.width, height: rows })
    : null;
}
