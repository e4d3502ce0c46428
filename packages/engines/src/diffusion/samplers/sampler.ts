import type { Course } from '../course.ts';
import type { NoiseConfig } from '../noiseSchedule.ts';

/** One step of a course: the latents, what the model thinks they are without noise, and where the step leads. */
export type Step = {
  /** Clean latents plus noise of spread `from`; written over with those of spread `to`. */
  readonly latents: Float32Array;
  readonly clean: Float32Array;
  /** Of the step before; null at the first. */
  readonly cleanBefore: Float32Array | null;
  readonly timestep: number;
  readonly from: number;
  readonly to: number;
  /** The spread the step before came from; null at the first. */
  readonly before: number | null;
  /** Normally distributed, of variance 1. */
  readonly noise: () => number;
};

/** A way from noise to a picture. */
export type Sampler = {
  readonly plan: (config: NoiseConfig, steps: number) => Course;
  readonly advance: (step: Step) => void;
};
