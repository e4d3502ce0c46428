import { describe, expect, it } from 'vitest';
import { consistencyCourse, evenCourse, lastPart, stridingCourse } from '../course.ts';
import { type NoiseConfig, noiseSchedule, stableDiffusionNoise } from '../noiseSchedule.ts';
import { sample } from '../sample.ts';
import { type SamplerName, samplerNames, samplers } from './samplers.ts';

describe('the noise a model was taught with', () => {
  it("has Stable Diffusion's published ends", () => {
    const schedule = noiseSchedule(stableDiffusionNoise);
    expect(schedule[0]).toBeCloseTo(0.0292, 4);
    expect(schedule[999]).toBeCloseTo(14.6146, 3);
  });

  it('rises straight where the config says so (DDPM: ᾱ at the last step 4.04e-5)', () => {
    const schedule = noiseSchedule({
      ...stableDiffusionNoise,
      betaCurve: 'linear',
      betaStart: 1e-4,
      betaEnd: 0.02,
    });
    expect(1 / (1 + (schedule[999] ?? 0) ** 2)).toBeCloseTo(4.04e-5, 7);
  });
});

describe('courses', () => {
  it('ask at the published steps', () => {
    expect(Array.from(stridingCourse(stableDiffusionNoise, 50).timesteps.slice(0, 3))).toEqual([
      981, 961, 941,
    ]);
    expect(stridingCourse(stableDiffusionNoise, 50).timesteps.at(-1)).toBe(1);
    expect(Array.from(consistencyCourse(stableDiffusionNoise, 4).timesteps)).toEqual([999, 759, 499, 259]);
    expect(Array.from(evenCourse(stableDiffusionNoise, 4).timesteps)).toEqual([999, 666, 333, 0]);
  });

  it.each([
    [1, 10],
    [0.5, 5],
    [0.01, 1],
  ])('of strength %d is its last part', (strength, steps) => {
    const whole = evenCourse(stableDiffusionNoise, 10);
    const part = lastPart(whole, strength);
    expect(part.timesteps).toEqual(whole.timesteps.slice(10 - steps));
    expect(part.startSpread).toBe(whole.spreads[10 - steps]);
  });
});

const wanted = Float32Array.of(0.3, -1.2, 2, 0);

describe.each(samplerNames)('%s', (name) => {
  it.each(['epsilon', 'v_prediction'] as const)(
    'comes to the picture that a model of %s always means',
    async (predicts) => {
      const found = await run(name, 8, () => wanted, predicts);
      // DDIM ends at the model's own least noise (σ = .029, so up to .1 here); LCM keeps a trace of its input.
      for (const [i, value] of wanted.entries())
        expect(Math.abs((found[i] ?? 0) - value)).toBeLessThan(name === 'ddim' ? 0.1 : 1e-3);
    },
  );

  it('comes to the same numbers again, to the bit', async () => {
    const clean = (latents: Float32Array): Float32Array => latents.map(Math.tanh);
    expect(await run(name, 6, clean)).toEqual(await run(name, 6, clean));
  });
});

/**
 * Of data that is normally distributed with spread s the clean picture is known at any noise, and so is the way
 * there (Karras 2022, app. B): x(σ) = x(σ₀) · √((s² + σ²) / (s² + σ₀²)).
 */
describe('on data whose way is known in closed form', () => {
  it.each([
    ['euler', 1],
    ['dpmpp-2m', 2],
  ] as const)('%s is of order %d: twice the steps, so much less error', async (name, order) => {
    const errors = await Promise.all([64, 128, 256].map((steps) => errorOf(name, steps)));
    const [few = 0, more = 0, most = 0] = errors;
    expect(Math.log2(few / more)).toBeGreaterThan(order - 0.35);
    expect(Math.log2(more / most)).toBeGreaterThan(order - 0.35);
  });

  it('an ancestral course keeps the spread of the data', async () => {
    const clean = gaussianClean(0.8);
    const found = await run('euler-a', 200, clean, 'epsilon', 1000);
    const spread = Math.sqrt(found.reduce((sum, value) => sum + value * value, 0) / found.length);
    expect(spread).toBeCloseTo(0.8, 1);
  });
});

async function errorOf(name: SamplerName, steps: number): Promise<number> {
  const spread = 0.8;
  const start = samplers[name].plan(stableDiffusionNoise, steps).spreads[0] ?? 0;
  const latents = Float32Array.of(1, -0.5).map((value) => value * start);
  const found = await run(name, steps, gaussianClean(spread), 'epsilon', 2, latents.slice());
  const share = spread / Math.hypot(spread, start);
  return Math.abs((found[0] ?? 0) - (latents[0] ?? 0) * share);
}

function gaussianClean(spread: number): (latents: Float32Array, noise: number) => Float32Array {
  return (latents, noise) => latents.map((value) => (value * spread ** 2) / (spread ** 2 + noise ** 2));
}

async function run(
  name: SamplerName,
  steps: number,
  clean: (latents: Float32Array, noise: number) => Float32Array,
  predicts: NoiseConfig['predicts'] = 'epsilon',
  length = wanted.length,
  start?: Float32Array,
): Promise<Float32Array> {
  const sampler = samplers[name];
  const course = sampler.plan(stableDiffusionNoise, steps);
  const noise = createNoise();
  const latents = start ?? Float32Array.from({ length }, () => course.startSpread * noise());
  let at = 0;
  await sample({
    batch: [latents],
    noises: [noise],
    course,
    sampler,
    predicts,
    advance: () => {},
    ask: async ([scaled]) => {
      const spread = course.spreads[at++] ?? 0;
      const noisy = (scaled ?? wanted).map((value) => value * Math.hypot(spread, 1));
      const meant = clean(noisy, spread);
      const root = Math.hypot(spread, 1);
      return [
        noisy.map((value, i) => {
          const noiseIn = (value - (meant[i] ?? 0)) / spread;
          // v = (√ᾱ · noise) − (√(1 − ᾱ) · clean).
          return predicts === 'epsilon' ? noiseIn : noiseIn / root - (spread / root) * (meant[i] ?? 0);
        }),
      ];
    },
  });
  return latents;
}

/** Six of twelve uniform numbers: near enough to normal for a test, and always the same. */
function createNoise(): () => number {
  let state = 1;
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) {
      state = (state * 48_271) % 2_147_483_647;
      sum += state / 2_147_483_647;
    }
    return sum;
  };
}
