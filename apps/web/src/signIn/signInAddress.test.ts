import { expect, it } from 'vitest';
import { signInAddress } from './signInAddress.ts';

it.each([
  ['/projects', '/projects'],
  ['/boards/1?pin=2', '/boards/1?pin=2'],
  ['/projects?_rsc=abc12', '/projects'],
  ['/boards/1?_rsc=abc12&pin=2', '/boards/1?pin=2'],
  ['/boards/1?pin=2&_rsc=abc12', '/boards/1?pin=2'],
])('comes back to %s as %s', (wish, to) => {
  expect(signInAddress(wish)).toBe(`/sign-in?${new URLSearchParams({ to })}`);
});
