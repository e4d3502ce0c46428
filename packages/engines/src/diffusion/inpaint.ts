import type { EngineCandidate, EngineRequest, ReportProgress } from '../engine.ts';
import { fromPlanes, type Planes, toPlane, toPlanes } from '../planes.ts';
import { createRandom } from '../random.ts';
import { lastPart } from './course.ts';
import { createGaussian } from './gaussian.ts';
import type { NoiseConfig } from './noiseSchedule.ts';
import { sample } from './sample.ts';
import type { Sampler } from './samplers/sampler.ts';

/** The four networks of a Stable Diffusion inpainting model, one batch a call. */
export type Networks = {
  /** The text encoder: 77 tokens → what the UNet reads of them. */
  embed(tokens: readonly Int32Array[]): Promise<readonly Float32Array[]>;
  /** The UNet: 9 planes (latents 4, mask 1, masked picture 4) at a step → 4 planes of noise or velocity. */
  predict(
    planes: readonly Float32Array[],
    at: {
      readonly width: number;
      readonly height: number;
      readonly timestep: number;
      readonly embeddings: readonly Float32Array[];
    },
  ): Promise<readonly Float32Array[]>;
  /** The VAE: 3 planes of −1…1 → 4 planes of an eighth of the size, not yet scaled; and back. */
  encode(picture: Planes): Promise<Planes>;
  decode(latents: Planes): Promise<Planes>;
};

export type Inpainting = {
  readonly networks: Networks;
  readonly tokenize: (prompt: string) => Int32Array;
  readonly noise: NoiseConfig;
  readonly sampler: Sampler;
  readonly steps: number;
  /** How much more the prompt counts than no prompt (classifier-free guidance, Ho 2022); ≤ 1: only the prompt is asked. */
  readonly guidance: number;
  /** The VAE's latents times this have variance 1. */
  readonly latentScale: number;
};

/** A latent is an eighth of a pixel, and the UNet halves three times more. */
const stride = 64;
const latentPx = 8;
const latentPlanes = 4;

/**
 * Repaints what is permitted by a 9-channel inpainting UNet (Rombach 2022): it sees the rest of the crop as it is.
 * Each variant has chance of its own, so a seed gives the same picture whatever else runs beside it.
 */
export async function inpaint(
  { networks, tokenize, noise, sampler, steps, guidance, latentScale }: Inpainting,
  request: EngineRequest & { readonly prompt: string },
  signal: AbortSignal,
  report: ReportProgress,
): Promise<readonly EngineCandidate[]> {
  const { crop, variants } = request;
  const isGuided = guidance > 1;
  const prompts = isGuided ? ['', request.prompt] : [request.prompt];
  const embeddings = await networks.embed(prompts.map(tokenize));
  const mask = toPlane(request.permittedAlpha, crop, { stride, of: (alpha) => (alpha > 0 ? 1 : 0) });
  const picture = toPlanes(crop, { low: -1, high: 1, stride });
  signal.throwIfAborted();
  const seen = scaledBy(await networks.encode(withoutMasked(picture, mask)), latentScale);
  const course = lastPart(sampler.plan(noise, steps), request.strength);
  const isWhole = course.timesteps.length === steps;
  // Only a part of the way back keeps something of what lies there now.
  const start = isWhole ? null : scaledBy(await networks.encode(picture), latentScale);
  const small = smallMask(mask, seen);
  const noises = Array.from({ length: variants }, (_, i) => createGaussian(createRandom(request.seed + i)));
  const startSpread = isWhole ? sampler.plan(noise, steps).startSpread : course.startSpread;
  const batch = noises.map((draw) =>
    Float32Array.from({ length: seen.data.length }, (_, i) => (start?.data[i] ?? 0) + startSpread * draw()),
  );
  let done = 0;
  await sample({
    batch,
    noises,
    course,
    sampler,
    predicts: noise.predicts,
    ask: async (scaled, timestep) => {
      signal.throwIfAborted();
      const planes = scaled.map((latents) => joined(latents, small, seen.data));
      const asked = isGuided ? [...planes, ...planes] : planes;
      const texts = asked.map(
        (_, i) => embeddings[isGuided && i >= planes.length ? 1 : 0] ?? new Float32Array(),
      );
      const answers = await networks.predict(asked, { ...seen, timestep, embeddings: texts });
      return isGuided
        ? planes.map((_, i) => guided(answers[i], answers[i + planes.length], guidance))
        : answers;
    },
    advance: () => report((0.95 * ++done) / course.timesteps.length),
  });
  const candidates: EngineCandidate[] = [];
  for (const [i, latents] of batch.entries()) {
    signal.throwIfAborted();
    const decoded = await networks.decode(scaledBy({ ...seen, data: latents }, 1 / latentScale));
    const patch = fromPlanes(decoded, crop, { low: -1, high: 1, depth: crop.depth });
    candidates.push({ patch, usedAlpha: request.permittedAlpha, seed: request.seed + i, figures: {} });
  }
  report(1);
  return candidates;
}

function withoutMasked(picture: Planes, mask: Planes): Planes {
  const { length } = mask.data;
  return {
    ...picture,
    data: picture.data.map((value, i) => ((mask.data[i % length] ?? 0) < 0.5 ? value : 0)),
  };
}

/** To an eighth, by the nearest sample, as these models were taught. */
function smallMask(mask: Planes, { width, height }: Planes): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => {
    const x = i % width;
    const y = (i - x) / width;
    return mask.data[y * latentPx * mask.width + x * latentPx] ?? 0;
  });
}

function joined(latents: Float32Array, mask: Float32Array, seen: Float32Array): Float32Array {
  const planes = new Float32Array(mask.length * (latentPlanes * 2 + 1));
  planes.set(latents);
  planes.set(mask, latents.length);
  planes.set(seen, latents.length + mask.length);
  return planes;
}

function guided(
  without: Float32Array | undefined,
  withPrompt: Float32Array | undefined,
  guidance: number,
): Float32Array {
  return Float32Array.from(
    without ?? [],
    (value, i) => value + guidance * ((withPrompt?.[i] ?? value) - value),
  );
}

function scaledBy(planes: Planes, factor: number): Planes {
  return { ...planes, data: planes.data.map((value) => value * factor) };
}
