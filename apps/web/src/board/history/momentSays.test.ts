import { expect, it } from 'vitest';
import { historyTexts as words } from '../../text/historyTexts.ts';
import { momentSays } from './momentSays.ts';
import { none, nothing } from './testing/noChanges.ts';

it('says what came of it', () => {
  const changes = {
    ...nothing,
    frames: { ...none, changed: 3 },
    drawings: { ...none, added: 2 },
    stickies: { ...none, added: 1 },
  };
  expect(momentSays(changes)).toBe('Moved 3 frames, drew 2 lines, wrote a sticky');
});

it('says so where nothing did, and leaves to pins what pins brought', () => {
  expect(momentSays(nothing)).toBe(words.nothing);
  expect(momentSays({ ...nothing, regions: { ...none, added: 5 } })).toBe(words.nothing);
});
