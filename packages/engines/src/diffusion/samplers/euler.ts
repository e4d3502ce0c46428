import { evenCourse, stridingCourse } from '../course.ts';
import type { Sampler, Step } from './sampler.ts';

/** Straight along the model's direction (Karras 2022, algorithm 1 without churn). */
export const euler: Sampler = { plan: evenCourse, advance: goStraight };

/** Song 2021 with η = 0: in these units the same straight step, at other times. */
export const ddim: Sampler = { plan: stridingCourse, advance: goStraight };

/** A straight step that goes farther down and adds fresh noise (ancestral sampling, k-diffusion). */
export const eulerAncestral: Sampler = {
  plan: evenCourse,
  advance(step) {
    const { from, to, latents, noise } = step;
    const fresh = Math.sqrt((to ** 2 * (from ** 2 - to ** 2)) / from ** 2);
    goStraight({ ...step, to: Math.sqrt(to ** 2 - fresh ** 2) });
    if (fresh > 0) for (let i = 0; i < latents.length; i++) latents[i] = (latents[i] ?? 0) + fresh * noise();
  },
};

function goStraight({ latents, clean, from, to }: Step): void {
  const share = to / from;
  for (let i = 0; i < latents.length; i++) {
    const goal = clean[i] ?? 0;
    latents[i] = goal + share * ((latents[i] ?? 0) - goal);
  }
}
