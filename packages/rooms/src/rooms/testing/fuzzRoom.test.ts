import { expect, it } from 'vitest';
import { fuzzRoom } from './fuzzRoom.ts';

/** `npm run bench -- fuzz` takes any number. */
it.each([1, 2, 3])('no message costs others their connection or the document (seed %i)', async (seed) => {
  expect(await fuzzRoom({ seed, inputs: 1_000 })).toEqual([]);
});
