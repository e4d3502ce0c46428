import { expect, it } from 'vitest';
import { freshName } from './freshName.ts';

it('counts on from the names that are taken', () => {
  expect(freshName('Fig bowl', ['Fig bowl'])).toBe('Fig bowl 2');
  expect(freshName('Fig bowl', ['Fig bowl', 'Fig bowl 2', 'Coffee'])).toBe('Fig bowl 3');
});
