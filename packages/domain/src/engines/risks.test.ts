import { describe, expect, it } from 'vitest';
import type { Wish } from '../intent/intent.ts';
import { mayBeRisky, risksOf } from './risks.ts';

const change = { warmth: 0, brightness: 1, contrast: 0, saturation: 0 };
const remove: Wish = { kind: 'remove', thing: 'the mug' };
const extend: Wish = { kind: 'extend', aspect: { width: 16, height: 9 }, anchor: 'center' };
const brighter: Wish = { kind: 'relight', thing: null, change };
const turned: Wish = { ...brighter, lightFrom: 'left' };
const everything = {
  texture: 100,
  looseEnds: 100,
  perspective: 90,
  fisheye: 1,
  holeOverRest: 1000,
  growth: 10,
  lightUnclear: 1,
};

describe('risks', () => {
  it.each<[string, Wish, string, readonly string[]]>([
    [
      'a removal by heal',
      remove,
      'heal',
      ['risk.texture', 'risk.junction', 'risk.perspective', 'risk.fisheye', 'risk.little-left'],
    ],
    ['an extend by heal', extend, 'heal', ['risk.perspective', 'risk.fisheye', 'risk.far-extend']],
    [
      'an extend that removes something too',
      { ...extend, removes: true },
      'heal',
      [
        'risk.texture',
        'risk.junction',
        'risk.perspective',
        'risk.fisheye',
        'risk.little-left',
        'risk.far-extend',
      ],
    ],
    ['light turned by grade', turned, 'grade', ['risk.light-unclear']],
    ['light that is only brighter', brighter, 'grade', []],
    ['another engine, which may know what things are', remove, 'gemini-2.5-flash-image', []],
  ])('of %s', (_, wish, engine, codes) => {
    expect(risksOf(wish, engine, everything)).toEqual(codes);
  });

  it('are none below the thresholds, or of what was not measured', () => {
    expect(risksOf(remove, 'heal', { texture: 1 })).toEqual([]);
  });

  it('are none of an extend by a few pixels, and one of 9:16 made 16:9', () => {
    expect(risksOf(extend, 'heal', { growth: 0.33 })).toEqual([]);
    expect(risksOf(extend, 'heal', { growth: 2.16 })).toEqual(['risk.far-extend']);
  });

  it('are not looked for where there can be none', () => {
    expect([remove, extend, turned, brighter].map(mayBeRisky)).toEqual([true, true, true, false]);
  });
});
