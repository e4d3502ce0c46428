import { expect, it } from 'vitest';
import { pathWithin } from './pathWithin.ts';

it.each(['/', '/boards/1?pin=2#note', '/a/../b'])('goes to %s', (path) => {
  expect(pathWithin(path)).toBe(new URL(path, 'http://x').href.slice('http://x'.length));
});

it.each([
  undefined,
  null,
  '',
  'boards',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  `/${'x'.repeat(3000)}`,
])('goes home instead of to %j', (wish) => {
  expect(pathWithin(wish)).toBe('/');
});
