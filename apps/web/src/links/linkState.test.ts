import { expect, it } from 'vitest';
import { linkAllows, linkState } from './linkState.ts';

const now = new Date('2026-11-26T12:00:00Z');
const hourAgo = '2026-11-26T11:00:00.000Z';
const later = '2026-11-27T11:00:00.000Z';

it.each([
  [
    { revokedAt: null, expiresAt: null },
    { isOpen: true, word: 'Works' },
  ],
  [
    { revokedAt: null, expiresAt: later },
    { isOpen: true, word: 'Works' },
  ],
  [
    { revokedAt: null, expiresAt: hourAgo },
    { isOpen: false, word: 'Ended 1\u00a0h ago' },
  ],
  [
    { revokedAt: hourAgo, expiresAt: later },
    { isOpen: false, word: 'Closed 1\u00a0h ago' },
  ],
])('says of %j whether it works', (link, state) => {
  expect(linkState(link, now)).toEqual(state);
});

it.each([
  [{ mayComment: true, maySignOff: true }, 'notes, sign-offs'],
  [{ mayComment: false, maySignOff: true }, 'sign-offs'],
  [{ mayComment: false, maySignOff: false }, 'only looks'],
])('says of %j what it allows', (link, words) => {
  expect(linkAllows(link)).toBe(words);
});
