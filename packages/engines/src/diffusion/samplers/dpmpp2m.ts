import { evenCourse } from '../course.ts';
import type { Sampler } from './sampler.ts';

/** DPM-Solver++ of second order from two steps (Lu 2022, algorithm 2); the last step is of first order. */
export const dpmpp2m: Sampler = {
  plan: evenCourse,
  advance({ latents, clean, cleanBefore, from, to, before }) {
    const share = to / from;
    const second =
      to > 0 && cleanBefore && before ? 1 / (2 * (Math.log(before / from) / Math.log(from / to))) : 0;
    for (let i = 0; i < latents.length; i++) {
      const now = clean[i] ?? 0;
      const goal = now + second * (now - (cleanBefore?.[i] ?? now));
      latents[i] = goal + share * ((latents[i] ?? 0) - goal);
    }
  },
};
