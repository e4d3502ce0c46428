import { expect, it } from 'vitest';
import { stepsFrom } from './stepsFrom.ts';

it('makes the steps that were asked for, in their order, and says no more than was said', () => {
  expect(
    stepsFrom({ animate: 'webp', pan: '-0.5,1', safe: '1,2,30,40', upscale: '4', refine: '0.3' }),
  ).toEqual([
    { kind: 'refine', amount: 0.3 },
    { kind: 'upscale', scale: 4 },
    { kind: 'animate', format: 'webp', panX: -0.5, panY: 1, safe: { x: 1, y: 2, width: 30, height: 40 } },
  ]);
});

it('makes a film the cheapest it can be, unless it is told', () => {
  expect(stepsFrom({ film: 'steam rises' })).toEqual([{ kind: 'film', prompt: 'steam rises', seconds: 4 }]);
  expect(stepsFrom({ film: 'steam rises', seconds: '6' })).toMatchObject([{ seconds: 6 }]);
});

it.each([
  [{}, /Say what is to be made/],
  [{ upscale: 'two' }, /--upscale is a number, and not "two"/],
  [{ animate: 'mp4', pan: '1' }, /--pan is 2 numbers/],
])('refuses %j with a line that helps', (options, says) => {
  expect(() => stepsFrom(options)).toThrow(says);
});
