import type { Course } from './course.ts';
import type { NoiseConfig } from './noiseSchedule.ts';
import type { Sampler } from './samplers/sampler.ts';

export type SampleRequest = {
  /** Clean latents plus noise of the course's first spread; each of its own chance. Written over. */
  readonly batch: readonly Float32Array[];
  readonly noises: readonly (() => number)[];
  readonly course: Course;
  readonly sampler: Sampler;
  readonly predicts: NoiseConfig['predicts'];
  /** The model's answer for latents scaled to variance 1; one for each of the batch. */
  readonly ask: (scaled: readonly Float32Array[], timestep: number) => Promise<readonly Float32Array[]>;
  /** Told after each step. */
  readonly advance: (steps: number) => void;
};

/**
 * Takes latents from noise to a picture. All samplers work in units in which the clean latents are left as they
 * are and noise is added (Karras 2022), so that each is one short formula; the model sees them at variance 1.
 */
export async function sample(request: SampleRequest): Promise<void> {
  const { batch, noises, course, sampler, predicts, ask } = request;
  const { timesteps, spreads } = course;
  let cleansBefore: readonly Float32Array[] = [];
  for (const [at, timestep] of timesteps.entries()) {
    const [from = 0, to = 0] = [spreads[at], spreads[at + 1]];
    const answers = await ask(
      batch.map((latents) => scaled(latents, 1 / Math.hypot(from, 1))),
      timestep,
    );
    const cleans = batch.map((latents, i) => withoutNoise(latents, answers[i], from, predicts));
    for (const [i, latents] of batch.entries()) {
      sampler.advance({
        latents,
        clean: cleans[i] ?? latents,
        cleanBefore: cleansBefore[i] ?? null,
        timestep,
        from,
        to,
        before: at > 0 ? (spreads[at - 1] ?? null) : null,
        noise: noises[i] ?? (() => 0),
      });
    }
    cleansBefore = cleans;
    request.advance(1);
  }
  const end = 1 / Math.hypot(spreads[timesteps.length] ?? 0, 1);
  for (const latents of batch) latents.set(scaled(latents, end));
}

function scaled(latents: Float32Array, by: number): Float32Array {
  return latents.map((value) => value * by);
}

function withoutNoise(
  latents: Float32Array,
  answer: Float32Array | undefined,
  spread: number,
  predicts: NoiseConfig['predicts'],
): Float32Array {
  if (answer?.length !== latents.length)
    throw new RangeError('sample: the answer has another size than the latents');
  if (predicts === 'epsilon') return latents.map((value, i) => value - spread * (answer[i] ?? 0));
  const variance = spread ** 2 + 1;
  return latents.map((value, i) => value / variance - ((answer[i] ?? 0) * spread) / Math.sqrt(variance));
}
