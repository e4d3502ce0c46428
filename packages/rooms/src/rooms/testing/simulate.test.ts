import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';

/** As many as want a few seconds; `npm run bench -- simulate` takes any number. */
const seeds = Array.from({ length: 200 }, (_, at) => at + 1);

it('whatever happens, what was acknowledged is there in the end, and nobody has written without the right', async () => {
  const wrongs: Record<number, readonly string[]> = {};
  for (const seed of seeds) {
    const found = await simulate(seed);
    if (found.length > 0) wrongs[seed] = found;
  }
  expect(wrongs).toEqual({});
});
