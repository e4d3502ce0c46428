import type { Intent } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { draftOf, readingOfDraft } from './readingDraft.ts';

const blue = { name: 'cobalt blue', hex: '#0047ab' } as const;

describe('a reading that is changed by hand', () => {
  it.each<Intent>([
    { wish: { kind: 'remove', thing: 'the spoon' }, keep: [], confidence: 1 },
    { wish: { kind: 'recolour', thing: 'the bowl', from: null, to: blue }, keep: ['the fig'], confidence: 1 },
    { wish: { kind: 'extend', aspect: { width: 9, height: 16 }, anchor: 'left' }, keep: [], confidence: 1 },
    {
      wish: {
        kind: 'relight',
        thing: 'her face',
        change: { warmth: 0, brightness: 0, contrast: 0, saturation: 0 },
        stops: -0.5,
        lightFrom: 'top-left',
      },
      keep: [],
      confidence: 1,
    },
    {
      wish: { kind: 'match', thing: 'the bowl', like: 'the reference', colour: blue },
      keep: [],
      confidence: 1,
    },
    {
      wish: {
        kind: 'match',
        thing: null,
        like: 'the wood',
        at: { kind: 'rectangle', x: 1, y: 2, width: 3, height: 4 },
      },
      keep: [],
      confidence: 1,
    },
    {
      wish: {
        kind: 'match',
        thing: null,
        like: 'the swatch',
        picture: { id: '1', name: 'oak.png', digest: 'a'.repeat(64) },
      },
      keep: [],
      confidence: 1,
    },
    { wish: { kind: 'replace', thing: null, by: 'a glass' }, keep: [], confidence: 1 },
    {
      wish: {
        kind: 'place',
        thing: 'our logo',
        artwork: { id: '1', name: 'Mark', digest: 'a'.repeat(64) },
      },
      keep: [],
      confidence: 1,
    },
  ])('is the same when nothing was changed: %j', (intent) => {
    expect(readingOfDraft(draftOf(intent))).toEqual(intent);
  });

  it('is not complete while what the wish needs is missing', () => {
    const draft = draftOf({ wish: null, keep: [], confidence: 0 });
    expect(readingOfDraft({ ...draft, kind: 'add' })).toBeNull();
    expect(readingOfDraft({ ...draft, kind: 'replace' })).toBeNull();
    expect(readingOfDraft({ ...draft, kind: 'recolour', to: { name: ' ', hex: '#000000' } })).toBeNull();
    const dark = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
    expect(readingOfDraft({ ...draft, kind: 'relight', light: dark })).toBeNull();
  });

  it('keeps what is named, separated by commas', () => {
    const draft = draftOf({ wish: { kind: 'remove', thing: null }, keep: [], confidence: 0.4 });
    expect(readingOfDraft({ ...draft, keep: 'the fig, , the table ' })).toEqual({
      wish: { kind: 'remove', thing: null },
      keep: ['the fig', 'the table'],
      confidence: 1,
    });
  });
});
