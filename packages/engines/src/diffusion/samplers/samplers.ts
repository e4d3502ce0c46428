import { dpmpp2m } from './dpmpp2m.ts';
import { ddim, euler, eulerAncestral } from './euler.ts';
import { lcm } from './lcm.ts';
import type { Sampler } from './sampler.ts';

export const samplerNames = ['ddim', 'euler', 'euler-a', 'dpmpp-2m', 'lcm'] as const;
export type SamplerName = (typeof samplerNames)[number];

export const samplers: Readonly<Record<SamplerName, Sampler>> = {
  ddim,
  euler,
  'euler-a': eulerAncestral,
  'dpmpp-2m': dpmpp2m,
  lcm,
};
