import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { darkened, deepened, lightened, paled, vivid } from './colourMath.ts';
import { coloursIn } from './colours.ts';
import { splitWords } from './words.ts';

function named(text: string): string[] {
  return coloursIn(splitWords(text)).map(({ colour }) => `${colour.name} ${colour.hex}`);
}

describe('colours in a note', () => {
  it.each([
    ['of CSS, in two words', 'royal blue', 'royal blue #4169e1'],
    ['of CSS before any shade of our own', 'light blue', 'light blue #add8e6'],
    ['American grey', 'dark slate gray', 'dark slate grey #2f4f4f'],
    ['a paint with its family', 'cobalt blue', 'cobalt blue #0047ab'],
    ['a shade of a paint', 'dark terracotta', 'dark terracotta #942f1a'],
    ['on a thing, not on a screen', 'yellow', 'yellow #ffd300'],
    ['between two', 'blue-green', 'blue green #004080'],
    ['with a tinge', 'greenish blue', 'greenish blue #0026b3'],
    ['by short hexadecimal', '#0F0', '#00ff00 #00ff00'],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual([expected]);
  });

  it('are no fruit or flower after an article', () => {
    expect(named('the rose')).toEqual([]);
    expect(named('the rose cup')).toEqual(['rose #ff007f']);
  });

  it('are marked vague when a brand has to say which', () => {
    expect(coloursIn(splitWords('our brand blue'))[0]?.isVague).toBe(true);
    expect(coloursIn(splitWords('navy blue'))[0]?.isVague).toBe(false);
  });
});

describe('a shade', () => {
  const hex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}` as const);
  const light = (colour: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.max(...parts) + Math.min(...parts);
  };

  it('is never darker when light or pale, nor lighter when dark or deep', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(light(lightened(colour))).toBeGreaterThanOrEqual(light(colour));
        expect(light(paled(colour))).toBeGreaterThanOrEqual(light(colour));
        expect(light(darkened(colour))).toBeLessThanOrEqual(light(colour));
        expect(light(deepened(colour))).toBeLessThanOrEqual(light(colour));
      }),
    );
  });

  it('of a grey stays a grey', () => {
    for (const shade of [lightened, paled, darkened, deepened, vivid]) {
      expect(shade('#808080')).toMatch(/^#(..)\1\1$/);
    }
  });
});
