import { expect, it } from 'vitest';
import { areInOrder, type RenditionStep, recipeOf } from './steps.ts';

const refine: RenditionStep = { kind: 'refine', amount: 0.5 };
const upscale: RenditionStep = { kind: 'upscale', scale: 2 };
const film: RenditionStep = { kind: 'film', prompt: 'a breeze', seconds: 8 };

it.each([
  [[], true],
  [[upscale], true],
  [[refine, upscale], true],
  [[upscale, refine], false],
  [[upscale, upscale], false],
  [[upscale, film], true],
  [[film, upscale], false],
  [[film, film], false],
] as const)('steps %j are in order: %s', (steps, isInOrder) => {
  expect(areInOrder(steps)).toBe(isInOrder);
});

it('names the same wish alike, however it was written down', () => {
  expect(recipeOf([{ scale: 2, kind: 'upscale' }])).toBe(recipeOf([upscale]));
  expect(recipeOf([refine, upscale])).not.toBe(recipeOf([upscale]));
});
