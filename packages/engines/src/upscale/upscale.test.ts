import { makePicture, type Picture, type PictureFormat } from '@pinpaint/imaging';
import { afterAll, describe, expect, it } from 'vitest';
import { openModel } from '../onnx/openModel.ts';
import { shrinkPlane } from './resizePlane.ts';
import { Upscaler } from './Upscaler.ts';
import { upscaleStrips } from './upscaleStrips.ts';
import { type UpscaleScale, upscaleWeights } from './weights.ts';

const upscaler = new Upscaler({ providers: ['cpu'] });
afterAll(() => upscaler.stop());
const never = new AbortController().signal;

describe('an enlarged picture', () => {
  it.each([2, 4] as const)('×%i has no seams: tiled it is the whole one within 1', async (scale) => {
    const picture = aScene({ width: 47, height: 33, channels: 3, depth: 8 });
    const whole = await inTilesOf(512, picture, scale);
    const tiled = await inTilesOf(56, picture, scale);
    expect([whole.width, whole.height]).toEqual([47 * scale, 33 * scale]);
    expect(largestDifference(whole, tiled)).toBeLessThanOrEqual(1);
  });

  it('with alpha has no seams either', async () => {
    const picture = aScene({ width: 71, height: 45, channels: 4, depth: 8 });
    expect(
      largestDifference(await inTilesOf(512, picture, 2), await inTilesOf(48, picture, 2)),
    ).toBeLessThanOrEqual(1);
  });

  it.each([2, 4] as const)(
    '×%i is, made small again, the picture it was made of, up to its border',
    async (scale) => {
      const picture = aScene({ width: 24, height: 20, channels: 3, depth: 8 });
      const { picture: made } = await upscaled(picture, scale);
      const plane = (of: Picture) =>
        Float32Array.from({ length: of.data.length / 3 }, (_, at) => of.data[at * 3] ?? 0);
      const small = shrinkPlane(plane(made), made, scale);
      const differences = plane(picture).map((value, at) => Math.abs(value - (small[at] ?? 0)));
      expect(differences.reduce((sum, one) => sum + one) / differences.length).toBeLessThan(3);
    },
  );

  it('of one colour stays of one colour, the rim too', async () => {
    const picture = makePicture({ width: 20, height: 18, channels: 3, depth: 8 });
    picture.data.fill(180);
    const { picture: made } = await upscaled(picture, 2);
    expect(
      largestDifference(made, { ...made, data: made.data.map(() => 180) } as Picture),
    ).toBeLessThanOrEqual(1);
  });

  it('of 16 bits has more steps than one of 8, and agrees with it', async () => {
    const picture = aScene({ width: 24, height: 20, channels: 3, depth: 16 });
    const { picture: made } = await upscaled(picture, 2);
    const eight = await upscaled(to8Bits(picture), 2);
    expect(made.depth).toBe(16);
    expect(new Set(made.data).size).toBeGreaterThan(256);
    const differences = Array.from(made.data, (value, at) =>
      Math.abs(value / 257 - (eight.picture.data[at] ?? 0)),
    );
    expect(Math.max(...differences)).toBeLessThan(4);
  });

  it('keeps a white thing white where it ends in transparent black', async () => {
    const picture = aDisc();
    const { picture: made } = await upscaled(picture, 2);
    const visible = pixelsOf(made).filter(([, , , alpha = 0]) => alpha > 0);
    expect(visible.length).toBeGreaterThan(0);
    expect(Math.min(...visible.flatMap((pixel) => pixel.slice(0, 3)))).toBeGreaterThan(235);
    const inner = pixelsOf(made).filter(([, , , alpha]) => alpha === 255).length;
    const wasInner = pixelsOf(picture).filter(([, , , alpha]) => alpha === 255).length;
    expect(inner / wasInner).toBeGreaterThan(3);
  });

  it('says by what it was made', async () => {
    const { provenance } = await upscaled(aScene({ width: 9, height: 1, channels: 3, depth: 8 }), 2);
    expect(provenance).toMatchObject({
      engine: 'onnx-upscale',
      provider: 'cpu',
      weights: { name: '@upscalerjs/esrgan-slim 1.0.0 ×2', licence: 'MIT' },
    });
    expect(provenance.weights.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('ends after the tile under way when nobody wants it any more, and says before how far it is', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const source = sourceOf(aScene({ width: 600, height: 24, channels: 3, depth: 8 }));
    const progress = (fraction: number) => {
      seen.push(fraction);
      stop.abort(new Error('enough'));
    };
    const run = upscaler.run({ source, scale: 2, signal: stop.signal, progress }, drain);
    await expect(run).rejects.toThrow('enough');
    expect(seen).toEqual([1 / 3]);
  });
});

async function upscaled(picture: Picture, scale: UpscaleScale) {
  const strips: Picture[] = [];
  const source = sourceOf(picture);
  const provenance = await upscaler.run(
    { source, scale, signal: never, progress: () => undefined },
    async (bands) => {
      for await (const band of bands) strips.push(band.picture);
    },
  );
  return { picture: stacked(strips), provenance };
}

async function inTilesOf(tilePx: number, picture: Picture, scale: UpscaleScale): Promise<Picture> {
  const model = await openModel(upscaleWeights[scale].file, { providers: ['cpu'] });
  const wish = { model, scale, tilePx, signal: never, progress: () => undefined };
  const strips: Picture[] = [];
  for await (const { picture: band } of upscaleStrips(sourceOf(picture), wish)) strips.push(band);
  await model.release();
  return stacked(strips);
}

async function drain(bands: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of bands);
}

function sourceOf(picture: Picture) {
  const { width, height, channels, depth } = picture;
  const readRows = async (y: number, rows: number): Promise<Picture> => {
    const row = width * channels;
    const part = makePicture({ width, height: rows, channels, depth });
    part.data.set(picture.data.subarray(y * row, (y + rows) * row));
    return part;
  };
  return { width, height, channels, depth, readRows };
}

function stacked(strips: readonly Picture[]): Picture {
  const [first] = strips;
  if (!first) throw new Error('No strips');
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  const whole = makePicture({ ...first, height });
  let at = 0;
  for (const { data } of strips) {
    whole.data.set(data, at);
    at += data.length;
  }
  return whole;
}

/** Edges, grain and slopes, and holes in its alpha. */
function aScene(format: PictureFormat): Picture {
  const picture = makePicture(format);
  const { width, channels, depth, data } = picture;
  const full = depth === 8 ? 255 : 65535;
  for (let at = 0; at < data.length; at++) {
    const [c, x, y] = [at % channels, Math.floor(at / channels) % width, Math.floor(at / channels / width)];
    const wave =
      Math.sin(x / (2 + c)) * Math.cos(y / 3) + (x + y > 50 ? 0.5 : -0.5) + ((at * 7919) % 97) / 200;
    data[at] = Math.round(full * Math.min(1, Math.max(0, 0.5 + wave / 3)));
    if (c === 3) data[at] = (x - 30) ** 2 + (y - 20) ** 2 < 200 ? full : 0;
  }
  return picture;
}

function aDisc(): Picture {
  const picture = makePicture({ width: 32, height: 32, channels: 4, depth: 8 });
  for (let at = 0; at < 32 * 32; at++)
    if (((at % 32) - 16) ** 2 + (Math.floor(at / 32) - 16) ** 2 < 100)
      picture.data.fill(255, at * 4, at * 4 + 4);
  return picture;
}

function pixelsOf({ channels, data }: Picture): number[][] {
  return Array.from({ length: data.length / channels }, (_, at) => [
    ...data.subarray(at * channels, (at + 1) * channels),
  ]);
}

function to8Bits(picture: Picture): Picture {
  const made = makePicture({ ...picture, depth: 8 });
  made.data.set(Uint8Array.from(picture.data, (value) => Math.round(value / 257)));
  return made;
}

function largestDifference(one: Picture, other: Picture): number {
  const differences = Array.from(one.data, (value, at) => Math.abs(value - (other.data[at] ?? 0)));
  return Math.max(...differences);
}
