import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aPicture, asPng, withPngChunk } from '../testPictures.ts';
import { decodeAlpha, encodeAlpha } from './encodeAlpha.ts';
import { decodePatch, encodePatch } from './encodePatch.ts';

const rect = { x: -5, y: 7, width: 40, height: 30 };
const format = { width: 40, height: 30, depth: 8, channels: 3 } as const;
const plane = { rect, data: new Uint8Array(1200).map((_, i) => i * 7) };

describe('a patch', () => {
  it('comes through sample for sample, at any size, depth and number of channels', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          width: fc.integer({ min: 1, max: 60 }),
          height: fc.integer({ min: 1, max: 60 }),
          depth: fc.constantFrom(8 as const, 16 as const),
          channels: fc.constantFrom(3 as const, 4 as const),
        }),
        async (any) => {
          const picture = aPicture(any);
          expect(await decodePatch(await encodePatch(picture), any)).toEqual({ ok: true, value: picture });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps the samples that a profile in the file would change', async () => {
    const tagged = await sharp(await asPng(aPicture(format)))
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const untagged = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
    const decoded = await decodePatch(tagged, format);
    expect([...(decoded.ok ? decoded.value.data : [])]).toEqual([...untagged]);
  });

  it.each([
    ['png.unreadable', async () => new Uint8Array(0)],
    ['png.unreadable', async () => new TextEncoder().encode('NaN,NaN,NaN '.repeat(10))],
    [
      'png.unreadable',
      () =>
        sharp({ create: { ...format, background: 'red' } })
          .jpeg()
          .toBuffer(),
    ],
    ['png.wrong-size', () => asPng(aPicture({ ...format, width: 41 }))],
    ['png.wrong-size', () => asPng(aPicture({ ...format, width: 30, height: 40 }))],
    ['png.wrong-kind', () => asPng(aPicture({ ...format, depth: 16 }))],
    ['png.wrong-kind', () => asPng(aPicture({ ...format, channels: 4 }))],
    ['png.wrong-kind', () => encodeAlpha(plane)],
    ['png.wrong-kind', async () => withPngChunk(await asPng(aPicture(format)), 'acTL', new Uint8Array(8))],
    ['png.wrong-kind', async () => withPngChunk(await asPng(aPicture(format)), 'tRNS', new Uint8Array(6))],
    ['png.corrupt', async () => (await asPng(aPicture(format))).subarray(0, 2000)],
    ['png.corrupt', async () => (await asPng(aPicture(format))).subarray(0, 33)],
  ] as const)('is %s, case %#', async (code, make) => {
    expect(await decodePatch(await make(), format)).toEqual({ ok: false, error: { code } });
  });
});

describe('an alpha', () => {
  it('comes through sample for sample, and lies where it is said to lie', async () => {
    expect(await decodeAlpha(await encodeAlpha(plane), rect)).toEqual({ ok: true, value: plane });
  });

  it.each([
    ['png.wrong-size', () => encodeAlpha({ rect: { ...rect, width: 30, height: 40 }, data: plane.data })],
    ['png.wrong-kind', () => asPng(aPicture(format))],
    ['png.unreadable', async () => plane.data],
    ['png.corrupt', async () => (await encodeAlpha(plane)).subarray(0, 60)],
  ] as const)('is %s, case %#', async (code, make) => {
    expect(await decodeAlpha(await make(), rect)).toEqual({ ok: false, error: { code } });
  });
});
