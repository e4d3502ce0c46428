import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Wish } from '@pinpaint/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineRequest } from '../engine.ts';
import { aRequest } from '../grade/aRequest.ts';
import { ModelShelf } from '../onnx/ModelShelf.ts';
import { createRandom } from '../random.ts';
import { readClipTokenizer } from './clipTokenizer.ts';
import { evenCourse } from './course.ts';
import { createDiffusion } from './createDiffusion.ts';
import { createGaussian } from './gaussian.ts';
import { inpaint } from './inpaint.ts';
import { stableDiffusionNoise } from './noiseSchedule.ts';
import { euler } from './samplers/euler.ts';
import { samplerNames } from './samplers/samplers.ts';
import { made, writeMadeDiffusion } from './testing/madeDiffusion.ts';

const shelf = new ModelShelf(2 ** 30, { providers: ['cpu'], threads: 1 });
const never = new AbortController().signal;
const latentScale = 0.18215;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-diffusion-'));
  await writeMadeDiffusion(folder);
});
afterAll(async () => {
  await shelf.clear();
  await rm(folder, { recursive: true });
});

describe('a Stable Diffusion inpainting folder', () => {
  it('goes the way that its mathematics says, from its seed and guided by the prompt', async () => {
    const request = aCrop({ kind: 'add', thing: 'a photo of a cat' });
    const [candidate] = await engineOf({ steps: 6, guidance: 3 }).run(request, never, () => {});
    const tokenize = await readClipTokenizer(join(folder, 'tokenizer'));
    const meanOf = (prompt: string): number =>
      tokenize(prompt).reduce((sum, id) => sum + id * made.perToken, 0) / 77;
    const [without, withPrompt] = [meanOf(''), meanOf('a photo of a cat')];
    const text = made.perText * (without + 3 * (withPrompt - without));
    const draw = createGaussian(createRandom(request.seed));
    const { spreads, startSpread } = evenCourse(stableDiffusionNoise, 6);
    let latent = startSpread * draw();
    for (let at = 0; at < 6; at++) {
      const [from = 0, to = 0] = [spreads[at], spreads[at + 1]];
      latent += (to - from) * ((made.perLatent * latent) / Math.hypot(from, 1) + text);
    }
    const red = (latent / latentScale - made.offset) / made.gain;
    const expected = Math.round(255 * Math.min(1, Math.max(0, (red + 1) / 2)));
    expect(Math.abs(expected - 127)).toBeLessThan(120);
    expect(Math.abs((candidate?.patch.data[0] ?? -1) - expected)).toBeLessThanOrEqual(1);
  });

  it.each(samplerNames)(
    'gives the same bytes again with %s, whatever else runs in its batch',
    async (sampler) => {
      const engine = engineOf({ sampler, steps: 4 });
      const wish: Wish = { kind: 'replace', thing: 'ball', by: 'a red cup' };
      const both = await engine.run({ ...aCrop(wish), variants: 2 }, never, () => {});
      const [alone] = await engine.run({ ...aCrop(wish), seed: 8 }, never, () => {});
      expect(both.map(({ seed }) => seed)).toEqual([7, 8]);
      expect(both[1]?.patch.data).toEqual(alone?.patch.data);
      expect(both[0]?.patch.data).not.toEqual(both[1]?.patch.data);
    },
  );

  it('answers in the size and depth it was asked in, and shows as much as is permitted', async () => {
    const request = aCrop({ kind: 'remove', thing: null }, 16);
    const [candidate] = await engineOf({ steps: 2 }).run(request, never, () => {});
    expect(candidate?.patch).toMatchObject({ width: 90, height: 70, depth: 16 });
    expect(candidate?.provenance).toMatchObject({ sampler: 'euler', steps: 2, provider: 'cpu', prompt: '' });
    expect(candidate?.usedAlpha).toEqual(request.permittedAlpha);
  });

  it('refuses a UNet that is not made for inpainting, naming what it has and what is wanted', async () => {
    const four = await mkdtemp(join(tmpdir(), 'pinpaint-diffusion-'));
    await writeMadeDiffusion(four, { unetChannels: 4 });
    const engine = createDiffusion(
      { name: 'made', path: four, sampler: 'euler', steps: 2, guidance: 1, sidePx: 512 },
      shelf,
    );
    const run = engine.run(aCrop({ kind: 'add', thing: 'cat' }), never, () => {});
    await expect(run).rejects.toMatchObject({
      code: 'engine.model-unfit',
      message: expect.stringMatching(/batch,4,.*\*,9,/s),
    });
    await rm(four, { recursive: true });
  });

  it('stops where it is told to', async () => {
    const stop = new AbortController();
    const run = engineOf({ steps: 30 }).run(aCrop({ kind: 'add', thing: 'cat' }), stop.signal, () =>
      stop.abort(new Error('enough')),
    );
    await expect(run).rejects.toThrow('enough');
  });
});

describe('what the UNet sees', () => {
  it('is latents, a mask that is 1 where it may paint, and the picture without that', async () => {
    const seen: Float32Array[] = [];
    const encoded: Float32Array[] = [];
    await inpaint(
      {
        networks: {
          embed: async (tokens) => tokens.map(() => new Float32Array(77)),
          predict: async (planes) => {
            seen.push(...planes);
            return planes.map((plane) => plane.slice(0, (plane.length / 9) * 4));
          },
          encode: async ({ width, height, data }) => {
            encoded.push(data);
            return {
              width: width / 8,
              height: height / 8,
              data: new Float32Array((width * height) / 16).fill(3),
            };
          },
          decode: async ({ width, height }) => ({
            width: width * 8,
            height: height * 8,
            data: new Float32Array(width * height * 192),
          }),
        },
        tokenize: () => new Int32Array(77),
        noise: stableDiffusionNoise,
        sampler: euler,
        steps: 1,
        guidance: 1,
        latentScale,
      },
      { ...aCrop({ kind: 'add', thing: 'cat' }), prompt: '' },
      never,
      () => {},
    );
    const [planes] = seen;
    const [masked] = encoded;
    // 128 × 128 pixels, padded; the circle lies about (45, 35) with a radius of 12.
    const pixels = 16 * 16;
    expect(planes).toHaveLength(9 * pixels);
    expect(planes?.[4 * pixels + 4 * 16 + 5]).toBe(1);
    expect(planes?.[4 * pixels]).toBe(0);
    expect(planes?.[5 * pixels]).toBeCloseTo(3 * latentScale, 5);
    expect(masked?.[35 * 128 + 45]).toBe(0);
    expect(masked?.[0]).toBeCloseTo((2 * 200) / 255 - 1, 5);
  });
});

function engineOf(options: Partial<Parameters<typeof createDiffusion>[0]>) {
  return createDiffusion(
    { name: 'made', path: folder, sampler: 'euler', steps: 3, guidance: 1, sidePx: 512, ...options },
    shelf,
  );
}

function aCrop(wish: Wish, depth: 8 | 16 = 8): EngineRequest {
  return aRequest({
    width: 90,
    height: 70,
    depth,
    colourAt: () => [200, 100, 50],
    region: { kind: 'ellipse', cx: 45, cy: 35, rx: 12, ry: 12 },
    wish,
  });
}
