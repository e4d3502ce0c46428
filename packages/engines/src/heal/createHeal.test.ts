import { describe, expect, it } from 'vitest';
import type { EngineCandidate, EngineRequest } from '../engine.ts';
import { createRandom } from '../random.ts';
import { createHeal } from './createHeal.ts';
import { aHealRequest, type HealScene, type Paint, type Where } from './testing/aHealRequest.ts';

const size = { width: 64, height: 56 };
const disc: Where = (x, y) => Math.hypot(x - 32, y - 28) < 8;

const stripes: Paint = (x) => (x % 12 < 6 ? [200, 60, 40] : [40, 60, 180]);
const gradient: Paint = (x, y) => [60 + 2 * y, 90 + y, 200 - x];
const bricks: Paint = (x, y) => {
  const joint = y % 10 < 2 || (x + (y % 20 < 10 ? 0 : 10)) % 20 < 2;
  return joint ? [210, 200, 190] : [150, 60, 45];
};
const landscape: Paint = (x, y) => (y < 28 ? [150, 190, 240] : [60 + ((x * 7 + y * 13) % 23), 120, 40]);

async function heal(request: EngineRequest): Promise<EngineCandidate> {
  const [candidate] = await createHeal().run(request, new AbortController().signal, () => {});
  if (!candidate) throw new Error('no candidate');
  return candidate;
}

/** Mean |difference| from the truth inside the hole, 8-bit steps. */
function errorOf({ patch }: EngineCandidate, { width, height, paint, hole }: HealScene): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!hole(x, y)) continue;
      for (const [channel, value] of paint(x, y).entries()) {
        sum += Math.abs(
          (patch.data[(y * width + x) * 3 + channel] ?? 0) / (patch.depth === 16 ? 257 : 1) - value,
        );
        count++;
      }
    }
  }
  return sum / count;
}

describe('heal', () => {
  it.each([
    ['stripes', stripes, 2],
    ['a gradient', gradient, 1],
    ['bricks', bricks, 4],
  ] as const)('continues %s through a hole', async (_, paint, most) => {
    const scene = { ...size, paint, hole: disc };
    expect(errorOf(await heal(aHealRequest(scene)), scene)).toBeLessThan(most);
  });

  it('keeps a smooth picture smooth: no step at the rim, none where pieces from two sides meet', async () => {
    const scene = { ...size, paint: gradient, hole: disc };
    const { patch } = await heal(aHealRequest(scene));
    for (let x = 1; x < size.width; x++) {
      const at = (28 * size.width + x) * 3 + 2;
      expect(Math.abs((patch.data[at] ?? 0) - (patch.data[at - 3] ?? 0))).toBeLessThanOrEqual(3);
    }
  });

  it('leaves every pixel outside the hole as it was', async () => {
    const request = aHealRequest({ ...size, paint: bricks, hole: disc });
    const { patch, usedAlpha } = await heal(request);
    const changed = request.permittedAlpha.findIndex(
      (alpha, at) =>
        alpha === 0 &&
        [0, 1, 2].some((channel) => patch.data[at * 3 + channel] !== request.crop.data[at * 3 + channel]),
    );
    expect(changed).toBe(-1);
    expect(usedAlpha).toEqual(request.permittedAlpha);
  });

  it('copies nothing from a lock, not even a tint, though it lies right beside the hole', async () => {
    const locked: Where = (x) => x >= 32 && x < 44;
    const paint: Paint = (x, y) => (locked(x, y) ? [0, 255, 0] : [150 + ((x * 5 + y * 3) % 20), 40, 90]);
    const scene = { ...size, paint, hole: disc, locked };
    const request = aHealRequest(scene);
    const { patch } = await heal(request);
    const filled = [...request.permittedAlpha.keys()].filter((at) => request.permittedAlpha[at] !== 0);
    expect(filled.length).toBeGreaterThan(80);
    expect(Math.max(...filled.map((at) => patch.data[at * 3 + 1] ?? 0))).toBeLessThan(60);
  });

  it('never uses more alpha than is permitted, and none in a lock that the alpha forgot', async () => {
    const request = aHealRequest({ ...size, paint: bricks, hole: disc });
    const permittedAlpha = request.permittedAlpha.map((alpha, at) =>
      alpha === 0 ? 0 : 1 + ((at * 37) % 255),
    );
    const locked = permittedAlpha.map((_, at) => (at % size.width < 28 ? 255 : 0));
    const { usedAlpha } = await heal({ ...request, permittedAlpha, locked, strength: 0.7 });
    const beyond = usedAlpha.findIndex(
      (used, at) => used > (permittedAlpha[at] ?? 0) || (used > 0 && locked[at] !== 0),
    );
    expect(beyond).toBe(-1);
    expect(Math.max(...usedAlpha)).toBeGreaterThan(100);
  });

  it('leaves no rim of the removed thing under the feather, as far as the alpha reaches', async () => {
    const cloth: Paint = () => [210, 90, 50];
    const request = aHealRequest({ ...size, paint: cloth, hole: disc });
    const permittedAlpha = request.permittedAlpha.map((alpha, at) => {
      const depth = 8 - Math.hypot((at % size.width) - 32, Math.floor(at / size.width) - 28);
      return alpha === 0 ? 0 : Math.min(255, Math.round(64 * depth));
    });
    const crop = { ...request.crop, depth: 8 as const, data: Uint8Array.from(request.crop.data) };
    for (const at of permittedAlpha.keys()) {
      if (permittedAlpha[at] !== 0) crop.data.set([120, 70, 160], at * 3);
    }
    const { patch, usedAlpha } = await heal({ ...request, crop, permittedAlpha });
    for (const [at, alpha] of usedAlpha.entries()) {
      if (alpha < 128) continue;
      const seen = ((patch.data[at * 3] ?? 0) * alpha + 120 * (255 - alpha)) / 255;
      expect(Math.abs(seen - 210)).toBeLessThan(25);
    }
  });

  it('gives the same bytes for the same seed, others for another', async () => {
    const noise = createRandom(3);
    const samples = Array.from({ length: size.width * size.height }, () => Math.floor(noise() * 120) + 60);
    const paint: Paint = (x, y) => {
      const value = samples[y * size.width + x] ?? 0;
      return [value, value, 120];
    };
    const request = aHealRequest({ ...size, paint, hole: disc });
    const [first, again, other] = [
      await heal(request),
      await heal(request),
      await heal({ ...request, seed: 2 ** 33 + 7 }),
    ];
    expect(again).toEqual(first);
    expect(other.patch.data).not.toEqual(first.patch.data);
    expect(other.seed).toBe(2 ** 33 + 7);
  });

  it('extends a picture sideways: known bytes stay, the horizon goes on', async () => {
    const known: Where = (x) => x >= 20 && x < 60;
    const scene = {
      width: 80,
      height: 56,
      paint: landscape,
      hole: (x: number, y: number) => !known(x, y),
      known,
    };
    const request = aHealRequest(scene);
    const { patch } = await heal(request);
    const isSky = (x: number, y: number): boolean => (patch.data[(y * 80 + x) * 3 + 2] ?? 0) > 140;
    for (const x of [0, 6, 13, 19, 20, 40, 59, 60, 66, 73, 79]) {
      const horizon = Array.from({ length: 56 }, (_, y) => y).findIndex((y) => !isSky(x, y));
      expect(Math.abs(horizon - 28), `column ${x}`).toBeLessThanOrEqual(2);
    }
    for (let at = 0; at < 80 * 56; at++) {
      if (!known(at % 80, 0)) continue;
      expect(patch.data.subarray(at * 3, at * 3 + 3)).toEqual(request.crop.data.subarray(at * 3, at * 3 + 3));
    }
  });

  it('fills 16 bits at their full depth', async () => {
    const paint: Paint = (x, y) => [100.37 + (stripes(x, y)[0] > 100 ? 40 : 0), 60.61, 40.17];
    const scene = { ...size, paint, hole: disc, depth: 16 as const };
    const { patch } = await heal(aHealRequest(scene));
    expect(patch.data).toBeInstanceOf(Uint16Array);
    expect(errorOf({ patch } as EngineCandidate, scene)).toBeLessThan(0.1);
  });

  it('has low figures on a pattern that repeats and high ones where nothing fits', async () => {
    const easy = await heal(aHealRequest({ ...size, paint: bricks, hole: disc }));
    const noise = createRandom(11);
    const random = Array.from({ length: size.width * size.height * 3 }, () => Math.floor(noise() * 256));
    const rough: Paint = (x, y) => {
      const at = 3 * (y * size.width + x);
      return [random[at] ?? 0, random[at + 1] ?? 0, random[at + 2] ?? 0];
    };
    const hopeless = await heal(aHealRequest({ ...size, paint: rough, hole: disc }));
    expect(easy.figures.patchEnergy95).toBeLessThan(400);
    expect(easy.figures.seedDisagreement).toBeLessThan(9);
    expect(hopeless.figures.patchEnergy95).toBeGreaterThan(3000);
    expect(hopeless.figures.seedDisagreement).toBeGreaterThan(10);
  });

  it('solves a crop larger than it searches, and paints it at full size', async () => {
    const scene = { width: 1400, height: 40, paint: stripes, hole: (x: number) => x >= 690 && x < 710 };
    expect(errorOf(await heal(aHealRequest(scene)), scene)).toBeLessThan(4);
  });

  it('answers each variant with a seed of its own', async () => {
    const request = aHealRequest({ ...size, paint: stripes, hole: disc }, { variants: 2 });
    const candidates = await createHeal().run(request, new AbortController().signal, () => {});
    expect(candidates.map(({ seed }) => seed)).toEqual([7, 8]);
  });

  it('reports progress that never falls and ends at 1', async () => {
    const seen: number[] = [];
    const request = aHealRequest({ ...size, paint: stripes, hole: disc });
    await createHeal().run(request, new AbortController().signal, (fraction) => seen.push(fraction));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(10);
  });

  it('stops with the signal’s reason', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled by a person');
    const run = createHeal().run(
      aHealRequest({ ...size, paint: bricks, hole: disc }),
      abort.signal,
      (fraction) => {
        if (fraction > 0.1) abort.abort(reason);
      },
    );
    await expect(run).rejects.toBe(reason);
  });

  it.each([
    ['engine.nothing-to-fill', { ...size, paint: bricks, hole: (): boolean => false }],
    ['engine.no-source', { ...size, paint: bricks, hole: (): boolean => true }],
    ['engine.no-source', { width: 5, height: 5, paint: bricks, hole: (x: number): boolean => x === 2 }],
    [
      'engine.no-source',
      { ...size, paint: bricks, hole: disc, locked: (x: number, y: number) => !disc(x, y) },
    ],
  ])('refuses with %s what it can’t fill', async (code, scene) => {
    await expect(heal(aHealRequest(scene))).rejects.toMatchObject({ name: 'EngineError', code });
  });
});
