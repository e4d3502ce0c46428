import { expect, it } from 'vitest';
import { expectUpscale } from './expectUpscale.ts';

it('says what enlarging will make before anybody waits for it', () => {
  expect(expectUpscale({ width: 1000, height: 500 }, 2)).toEqual({
    width: 2000,
    height: 1000,
    seconds: 4.5,
    isTooLarge: false,
  });
});

it('says it of a picture that is too large to be enlarged, too', () => {
  expect(expectUpscale({ width: 9000, height: 4000 }, 4).isTooLarge).toBe(true);
  expect(expectUpscale({ width: 9000, height: 4000 }, 2).isTooLarge).toBe(false);
});
