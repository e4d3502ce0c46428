import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlphaPlane, alphaOver, makeAlpha } from '../alpha/alphaPlane.ts';
import { cropPicture } from '../picture/cropPicture.ts';
import {
  fullSample,
  makePicture,
  type Picture,
  type PictureFormat,
  type Placed,
} from '../picture/picture.ts';
import { composite, compositeInto, type PatchLayer } from './compositeInto.ts';

describe('composite', () => {
  it('rounds to the nearest: 100 and 201 at alpha 127 give 150, at 128 give 151', () => {
    expect([127, 128].map((alpha) => mixOne(8, 100, 201, alpha, 255))).toEqual([150, 151]);
    expect([127, 128].map((alpha) => mixOne(16, 100, 201, alpha, 255))).toEqual([150, 151]);
    expect(mixOne(16, 65535, 0, 1, 1)).toBe(65534);
    // The nearest there is to a half, from below and from above.
    expect([32512, 32513].map((patch) => mixOne(16, 0, patch, 1, 1))).toEqual([0, 1]);
  });

  it('is the base at weight 0 and the patch at full weight, at both depths', () => {
    fc.assert(
      fc.property(depth, sample, sample, fc.nat(255), (bits, base, patch, other) => {
        const [b, p] = bits === 8 ? [base >> 8, patch >> 8] : [base, patch];
        expect(mixOne(bits, b, p, 0, other)).toBe(b);
        expect(mixOne(bits, b, p, other, 0)).toBe(b);
        expect(mixOne(bits, b, p, 255, 255)).toBe(p);
      }),
    );
  });

  it('is the exact quotient to the nearest whole number, never a tie', () => {
    fc.assert(
      fc.property(sample, sample, fc.nat(255), fc.nat(255), (base, patch, alpha, opacity) => {
        const weight = BigInt(alpha * opacity);
        const doubled = 2n * (BigInt(base) * (65025n - weight) + BigInt(patch) * weight);
        expect(BigInt(mixOne(16, base, patch, alpha, opacity))).toBe((doubled + 65025n) / 130050n);
        expect((doubled + 65025n) % 130050n).not.toBe(0n);
      }),
      { numRuns: 1000 },
    );
  });

  it('lies between base and patch, and comes nearer to the patch as alpha rises', () => {
    fc.assert(
      fc.property(depth, sample, sample, fc.nat(255), (bits, base, patch, opacity) => {
        const [b, p] = bits === 8 ? [base >> 8, patch >> 8] : [base, patch];
        const steps = Array.from({ length: 256 }, (_, alpha) => mixOne(bits, b, p, alpha, opacity));
        const towards = steps.map((value) => (p >= b ? value - b : b - value));
        expect(towards.every((value, i) => value >= (towards[i - 1] ?? 0) && value <= Math.abs(p - b))).toBe(
          true,
        );
      }),
    );
  });

  it('changes nothing where alpha is 0 or the patch does not reach, at any depth and number of channels', () => {
    fc.assert(
      fc.property(scene(), ({ base, layer }) => {
        const result = composite(base, layer);
        const { channels } = base.picture;
        const alpha = alphaOver(layer.alpha, { x: base.x, y: base.y, ...sizeOf(base.picture) }).data;
        for (let i = 0; i < alpha.length; i += 1) {
          if (alpha[i] !== 0) continue;
          const at = i * channels;
          expect(result.data.slice(at, at + channels)).toEqual(base.picture.data.slice(at, at + channels));
        }
      }),
    );
  });

  it('keeps the alpha of an RGBA base', () => {
    fc.assert(
      fc.property(scene({ channels: 4 }), ({ base, layer }) => {
        const result = composite(base, layer);
        expect(result.data.filter((_, i) => i % 4 === 3)).toEqual(
          base.picture.data.filter((_, i) => i % 4 === 3),
        );
      }),
    );
  });

  it('gives a strip of the frame what the whole frame would have there', () => {
    fc.assert(
      fc.property(scene(), fc.nat(7), ({ base, layer }, y) => {
        const rect = { x: base.x, y: base.y + y, width: base.picture.width, height: 2 };
        const strip = cropPicture(base, rect);
        compositeInto(strip, layer);
        expect(strip).toEqual(cropPicture({ ...base, picture: composite(base, layer) }, rect));
      }),
    );
  });

  it('leaves what a hundred overlapping layers never touched as it was in the original', () => {
    fc.assert(
      fc.property(
        scene(),
        fc.array(fc.nat(9), { minLength: 100, maxLength: 100 }),
        ({ base, layer }, moves) => {
          const layers = moves.map((move) => moved(layer, move));
          const result = layers.reduce(
            (picture, next) => composite({ ...base, picture }, next),
            base.picture,
          );
          const frame = { x: base.x, y: base.y, ...sizeOf(base.picture) };
          const alphas = layers.map(({ alpha }) => alphaOver(alpha, frame).data);
          const { channels } = base.picture;
          const untouched = [...base.picture.data.keys()].filter((i) =>
            alphas.every((alpha) => alpha[Math.floor(i / channels)] === 0),
          );
          expect(untouched.filter((i) => result.data[i] !== base.picture.data[i])).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('covers a transparent base with the patch itself, and an opaque one as ever', () => {
    const patch = one({ channels: 3, depth: 8 }, 10, 200, 30);
    const layer = { patch, alpha: makeAlpha({ x: 0, y: 0, width: 1, height: 1 }, 128), opacity: 255 };
    const clear = one({ channels: 4, depth: 8 }, 90, 90, 90, 0);
    expect([...composite(clear, { ...layer, baseAlpha: 'cover' }).data]).toEqual([10, 200, 30, 128]);
    const opaque = one({ channels: 4, depth: 8 }, 90, 91, 92, 255);
    expect(composite(opaque, { ...layer, baseAlpha: 'cover' })).toEqual(composite(opaque, layer));
  });

  it('refuses depths that differ and an opacity that is no byte', () => {
    const base = one({ channels: 3, depth: 16 }, 1, 2, 3);
    const layer = { patch: base, alpha: makeAlpha({ x: 0, y: 0, width: 1, height: 1 }, 255), opacity: 255 };
    expect(() => composite(one({ channels: 3, depth: 8 }, 1, 2, 3), layer)).toThrow(/depths/);
    expect(() => composite(base, { ...layer, opacity: 0.5 })).toThrow(/opacity/);
    expect(() => composite(base, { ...layer, opacity: 256 })).toThrow(/opacity/);
  });
});

const depth = fc.constantFrom(8 as const, 16 as const);
const sample = fc.nat(65535);

type Scene = { readonly base: Placed; readonly layer: PatchLayer };

/** A 9 × 9 base, with a patch and an alpha that overlap it in part. */
function scene(fixed: Partial<PictureFormat> = {}): fc.Arbitrary<Scene> {
  return fc
    .record({
      bits: depth,
      channels: fc.constantFrom(3 as const, 4 as const),
      patchChannels: fc.constantFrom(3 as const, 4 as const),
    })
    .chain(({ bits, channels, patchChannels }) =>
      fc.record({
        base: placed({ width: 9, height: 9, channels, depth: bits, ...fixed }, fc.constant(-2)),
        layer: fc.record({
          patch: placed(
            { width: 7, height: 8, channels: patchChannels, depth: bits },
            fc.integer({ min: -6, max: 4 }),
          ),
          alpha: anyAlpha,
          opacity: fc.nat(255),
        }),
      }),
    );
}

function placed(format: PictureFormat, place: fc.Arbitrary<number>): fc.Arbitrary<Placed> {
  return fc.record({ x: place, y: place, seed: fc.nat() }).map(({ x, y, seed }) => {
    const picture = makePicture(format);
    for (let i = 0; i < picture.data.length; i += 1) {
      picture.data[i] = Math.imul(seed + i + 1, 2654435761) >>> (32 - format.depth);
    }
    return { x, y, picture };
  });
}

const anyAlpha: fc.Arbitrary<AlphaPlane> = fc
  .record({
    x: fc.integer({ min: -5, max: 4 }),
    y: fc.integer({ min: -5, max: 4 }),
    data: fc.array(fc.constantFrom(0, 0, 1, 77, 254, 255), { minLength: 36, maxLength: 36 }),
  })
  .map(({ x, y, data }) => ({ rect: { x, y, width: 6, height: 6 }, data: Uint8Array.from(data) }));

function moved(layer: PatchLayer, by: number): PatchLayer {
  const { x, y } = layer.alpha.rect;
  return {
    ...layer,
    alpha: { ...layer.alpha, rect: { ...layer.alpha.rect, x: x + (by % 3), y: y + (by >> 1) } },
  };
}

function sizeOf({ width, height }: Picture): { width: number; height: number } {
  return { width, height };
}

function one(format: Omit<PictureFormat, 'width' | 'height'>, ...samples: number[]): Placed {
  const picture = makePicture({ width: 1, height: 1, ...format });
  picture.data.set(samples);
  return { x: 0, y: 0, picture };
}

function mixOne(bits: 8 | 16, base: number, patch: number, alpha: number, opacity: number): number {
  expect(Math.max(base, patch)).toBeLessThanOrEqual(fullSample(bits));
  const format = { channels: 3, depth: bits } as const;
  const layer = {
    patch: one(format, patch, patch, patch),
    alpha: makeAlpha({ x: 0, y: 0, width: 1, height: 1 }, alpha),
    opacity,
  };
  return composite(one(format, base, base, base), layer).data[1] ?? -1;
}
