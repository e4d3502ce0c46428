import { type NoiseConfig, noiseSchedule, spreadAt } from './noiseSchedule.ts';

/** The steps at which a model is asked, and how much noise is there before each and after the last. */
export type Course = {
  /** What the model is told, most noise first. */
  readonly timesteps: Float64Array;
  /** One more than there are timesteps: see `noiseSchedule`. */
  readonly spreads: Float64Array;
  /** What pure noise is multiplied by where nothing of a picture is kept. */
  readonly startSpread: number;
};

/** Evenly over all steps, both ends among them (`linspace`): Euler, Euler a, DPM++ 2M. */
export function evenCourse(config: NoiseConfig, steps: number): Course {
  const schedule = noiseSchedule(config);
  const last = config.trainSteps - 1;
  const timesteps = Float64Array.from({ length: steps }, (_, i) =>
    steps === 1 ? last : (last * (steps - 1 - i)) / (steps - 1),
  );
  const spreads = withEnd(timesteps, schedule, 0);
  return { timesteps, spreads, startSpread: spreads[0] ?? 0 };
}

/** Strides from the first step on (`leading`): DDIM, whose last step ends at the model's own least noise. */
export function stridingCourse(config: NoiseConfig, steps: number): Course {
  const schedule = noiseSchedule(config);
  const stride = Math.floor(config.trainSteps / steps);
  const timesteps = Float64Array.from(
    { length: steps },
    (_, i) => (steps - 1 - i) * stride + config.stepsOffset,
  );
  return ofUnitVariance(timesteps, withEnd(timesteps, schedule, schedule[0] ?? 0));
}

/** Steps a consistency model was distilled with. */
const distilledSteps = 50;

/** Some of the steps that a latent consistency model was distilled with (Luo 2023). */
export function consistencyCourse(config: NoiseConfig, steps: number): Course {
  const schedule = noiseSchedule(config);
  const stride = Math.floor(config.trainSteps / distilledSteps);
  const timesteps = Float64Array.from({ length: steps }, (_, i) => {
    const skipped = Math.floor((distilledSteps * i) / steps);
    return (distilledSteps - skipped) * stride - 1;
  });
  return ofUnitVariance(timesteps, withEnd(timesteps, schedule, 0));
}

/** The rest of a course when only a part of the picture's way to noise is gone: `strength` of 1 is all of it. */
export function lastPart({ timesteps, spreads }: Course, strength: number): Course {
  const skipped =
    timesteps.length - Math.max(1, Math.min(timesteps.length, Math.floor(timesteps.length * strength)));
  const rest = spreads.slice(skipped);
  return { timesteps: timesteps.slice(skipped), spreads: rest, startSpread: rest[0] ?? 0 };
}

function withEnd(timesteps: Float64Array, schedule: Float64Array, end: number): Float64Array {
  return Float64Array.from([...Array.from(timesteps, (step) => spreadAt(schedule, step)), end]);
}

/** Samplers that think in latents of variance 1 begin with just that. */
function ofUnitVariance(timesteps: Float64Array, spreads: Float64Array): Course {
  return { timesteps, spreads, startSpread: Math.hypot(spreads[0] ?? 0, 1) };
}
