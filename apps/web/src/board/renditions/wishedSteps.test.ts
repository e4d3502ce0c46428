import { expect, it } from 'vitest';
import { firstWishes, wishedSteps } from './wishedSteps.ts';

it('makes steps of what was chosen, in their order, and none of what is off', () => {
  expect(wishedSteps(firstWishes)).toEqual([{ kind: 'upscale', scale: 2 }]);
  expect(wishedSteps({ ...firstWishes, upscale: 'off' })).toEqual([]);
  expect(wishedSteps({ ...firstWishes, refine: 40, upscale: '4', animate: 'webp', direction: 'up' })).toEqual(
    [
      { kind: 'refine', amount: 0.4 },
      { kind: 'upscale', scale: 4 },
      {
        kind: 'animate',
        format: 'webp',
        seconds: 4,
        zoom: 1.15,
        panX: 0,
        panY: -1,
        parallax: 0,
        fps: 25,
        easing: 'smooth',
        longestPx: 720,
      },
    ],
  );
});
