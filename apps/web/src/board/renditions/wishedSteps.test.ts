import { expect, it } from 'vitest';
import { chooseAnimation, firstWishes, lacksWords, wishedSteps } from './wishedSteps.ts';

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

it('makes a film of the picture as it is, the cheapest there is, and only from words', () => {
  const chosen = chooseAnimation(firstWishes, 'film');
  expect(wishedSteps(chosen)).toEqual([{ kind: 'film', prompt: '', seconds: 4 }]);
  expect(lacksWords({ ...chosen, prompt: ' \n' })).toBe(true);
  expect(lacksWords({ ...chosen, prompt: 'steam rises' })).toBe(false);
  expect(lacksWords(firstWishes)).toBe(false);
  expect(chooseAnimation(firstWishes, 'mp4').upscale).toBe('2');
});
