import type { NewStep } from './useSteps.ts';

export const directions = ['middle', 'left', 'right', 'up', 'down'] as const;

/** What the form holds. Amounts are percent, as they are shown. */
export type StepWishes = {
  readonly refine: number;
  readonly upscale: 'off' | '2' | '4';
  readonly animate: 'off' | 'mp4' | 'webp' | 'film';
  readonly seconds: number;
  readonly zoom: number;
  readonly direction: (typeof directions)[number];
  readonly depth: number;
  readonly fps: '24' | '25' | '30';
  readonly easing: 'smooth' | 'gentle' | 'linear';
  /** Of a film. */
  readonly prompt: string;
  readonly filmSeconds: '4' | '6' | '8';
};

export const firstWishes: StepWishes = {
  refine: 0,
  upscale: '2',
  animate: 'off',
  seconds: 4,
  zoom: 115,
  direction: 'middle',
  depth: 0,
  fps: '25',
  easing: 'smooth',
  prompt: '',
  filmSeconds: '4',
};

/** An animated WebP holds each frame whole; a film for a page need not be larger. */
const webpPx = 720;

/** A film is made of at most 1920 px, so there is nothing in enlarging its picture, unless somebody wants that as well. */
export function chooseAnimation(wishes: StepWishes, animate: StepWishes['animate']): StepWishes {
  return { ...wishes, animate, ...(animate === 'film' && { upscale: 'off' }) };
}

/** A film is billed whatever it is asked for. */
export function lacksWords({ animate, prompt }: StepWishes): boolean {
  return animate === 'film' && prompt.trim() === '';
}

export function wishedSteps(wishes: StepWishes): readonly NewStep[] {
  const { refine, upscale, animate, prompt, filmSeconds } = wishes;
  const steps: NewStep[] = [];
  if (refine > 0) steps.push({ kind: 'refine', amount: refine / 100 });
  if (upscale !== 'off') steps.push({ kind: 'upscale', scale: upscale === '4' ? 4 : 2 });
  if (animate === 'film') steps.push({ kind: 'film', prompt: prompt.trim(), seconds: lengths[filmSeconds] });
  else if (animate !== 'off') steps.push({ kind: 'animate', format: animate, ...camera(wishes) });
  return steps;
}

function camera({ animate, seconds, zoom, direction, depth, fps, easing }: StepWishes) {
  const [panX, panY] = pans[direction];
  const size = animate === 'webp' ? { longestPx: webpPx } : {};
  return { seconds, zoom: zoom / 100, panX, panY, parallax: depth / 100, fps: rates[fps], easing, ...size };
}

const lengths = { '4': 4, '6': 6, '8': 8 } as const;
const rates = { '24': 24, '25': 25, '30': 30 } as const;
const pans = {
  middle: [0, 0],
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
} as const satisfies Record<StepWishes['direction'], readonly [number, number]>;
