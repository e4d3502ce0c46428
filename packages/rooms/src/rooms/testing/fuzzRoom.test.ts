import { beforeAll, expect, it, vi } from 'vitest';
import { fuzzRoom } from './fuzzRoom.ts';

// Yjs tells of each who writes under another's number.
beforeAll(() => {
  vi.spyOn(console, 'log').mockReturnValue();
});

/** `npm run bench -- fuzz` takes any number. */
it.each([1, 2, 3])('no message costs others their connection or the document (seed %i)', async (seed) => {
  expect(await fuzzRoom({ seed, inputs: 1_000 })).toEqual([]);
});
