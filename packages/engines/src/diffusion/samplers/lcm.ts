import { consistencyCourse } from '../course.ts';
import type { Sampler } from './sampler.ts';

/** The variance of the data and the scale of time that latent consistency models were distilled with (Luo 2023). */
const [dataSpread, timeScale] = [0.5, 10] as const;

/** Straight to the clean picture, then noise anew, as much as the next step expects. */
export const lcm: Sampler = {
  plan: consistencyCourse,
  advance({ latents, clean, timestep, from, to, noise }) {
    const time = timestep * timeScale;
    const keep = dataSpread ** 2 / (time ** 2 + dataSpread ** 2);
    const trust = time / Math.hypot(time, dataSpread);
    const toUnitVariance = 1 / Math.hypot(from, 1);
    for (let i = 0; i < latents.length; i++) {
      const found = trust * (clean[i] ?? 0) + keep * toUnitVariance * (latents[i] ?? 0);
      latents[i] = found + (to > 0 ? to * noise() : 0);
    }
  },
};
