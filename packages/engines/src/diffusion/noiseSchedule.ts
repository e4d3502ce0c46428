/** How much noise a model was taught with at each of its steps, as `scheduler/scheduler_config.json` says. */
export type NoiseConfig = {
  readonly trainSteps: number;
  readonly betaStart: number;
  readonly betaEnd: number;
  readonly betaCurve: 'linear' | 'scaled_linear';
  /** What the model returns: the noise in its input, or the velocity of Salimans and Ho (2022). */
  readonly predicts: 'epsilon' | 'v_prediction';
  /** Added to each step where a sampler counts from the end of its strides. */
  readonly stepsOffset: number;
};

/** What Stable Diffusion 1.x and 2.x were published with. */
export const stableDiffusionNoise: NoiseConfig = {
  trainSteps: 1000,
  betaStart: 0.00085,
  betaEnd: 0.012,
  betaCurve: 'scaled_linear',
  predicts: 'epsilon',
  stepsOffset: 1,
};

/**
 * The spread of the noise at each of the model's steps, in units in which the clean latents stay as they are
 * (Karras 2022, eq. 1: σ = √((1 − ᾱ) / ᾱ)); least first.
 */
export function noiseSchedule(config: NoiseConfig): Float64Array {
  const { trainSteps, betaStart, betaEnd, betaCurve } = config;
  const root = betaCurve === 'scaled_linear' ? Math.sqrt : (beta: number): number => beta;
  const [from, to] = [root(betaStart), root(betaEnd)];
  let kept = 1;
  return Float64Array.from({ length: trainSteps }, (_, step) => {
    const along = from + ((to - from) * step) / Math.max(1, trainSteps - 1);
    kept *= 1 - (betaCurve === 'scaled_linear' ? along * along : along);
    return Math.sqrt((1 - kept) / kept);
  });
}

/** The spread between two of the model's steps, straight between theirs. */
export function spreadAt(schedule: Float64Array, step: number): number {
  const below = Math.min(schedule.length - 1, Math.max(0, Math.floor(step)));
  const above = Math.min(schedule.length - 1, below + 1);
  const [low = 0, high = 0] = [schedule[below], schedule[above]];
  return low + (high - low) * (step - below);
}
