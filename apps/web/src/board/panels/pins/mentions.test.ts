import { describe, expect, it } from 'vitest';
import { completeMention, mentionAt, namesLike, splitMentions } from './mentions.ts';

const names = ['Artist', 'Artist 2', 'Director'];

describe('a mention', () => {
  it('is the longest name after an @, and nothing else is', () => {
    expect(splitMentions('@Artist 2 and @director: see a@b.test', names)).toMatchObject([
      { text: '@Artist 2', isMention: true },
      { text: ' and ', isMention: false },
      { text: '@director', isMention: true },
      { text: ': see a@b.test', isMention: false },
    ]);
  });

  it.each([
    ['@', 1, ''],
    ['see @Art', 8, 'Art'],
    ['see @Art please', 8, 'Art'],
    ['a@b', 3, null],
    ['no one', 6, null],
    ['@a\nb', 4, null],
  ])('being written in %j at %d is %j', (text, caret, begun) => {
    expect(mentionAt(text, caret)).toBe(begun);
  });

  it('is completed in place, with the caret behind it', () => {
    expect(namesLike('art', names)).toEqual(['Artist', 'Artist 2']);
    expect(completeMention('see @dir now', 8, 'Director')).toEqual({ text: 'see @Director now', caret: 14 });
  });
});
