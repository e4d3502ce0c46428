import { describe, expect, it } from 'vitest';
import type { Pin, Version } from '../../data/types.ts';
import { answeredPins, answeredText, broughtLayers } from './answeredPins.ts';

type Layer = Version['layers'][number];

function aLayer(id: string, pinId: string | null = null, visible = true): Layer {
  return { id, visible, made: { pinId } } as Layer;
}

function aVersion(number: number, state: Version['state'], layers: Layer[]) {
  return { id: `v${number}`, number, state, layers };
}

function aPin(note: string, reading: Partial<Pin['reading']>): Pick<Pin, 'note' | 'reading'> {
  return { note, reading: { wish: null, keep: [], confidence: 1, ...reading } };
}

describe('what a version brings', () => {
  it('is what the last approved one before it had not, as far as it is seen', () => {
    const approved = aVersion(2, 'approved', [aLayer('dust')]);
    const sentBack = aVersion(3, 'changes_requested', [aLayer('dust'), aLayer('navy')]);
    const inReview = aVersion(4, 'in_review', [
      aLayer('dust'),
      aLayer('cobalt'),
      aLayer('spot', null, false),
    ]);
    const versions = [inReview, sentBack, approved];
    expect(broughtLayers(inReview, versions).map(({ id }) => id)).toEqual(['cobalt']);
    expect(broughtLayers(approved, versions).map(({ id }) => id)).toEqual(['dust']);
  });

  it('stays what it was when it has been approved and replaced', () => {
    const first = aVersion(1, 'superseded', []);
    const second = aVersion(2, 'superseded', [aLayer('dust')]);
    const third = aVersion(3, 'approved', [aLayer('dust'), aLayer('cobalt')]);
    expect(broughtLayers(third, [third, second, first]).map(({ id }) => id)).toEqual(['cobalt']);
  });
});

it('the pins answered are those of its layers, once each, by number', () => {
  const pins = [3, 1, 2].map((number) => ({ id: `p${number}`, number })) as unknown as Pin[];
  const layers = [aLayer('a', 'p3'), aLayer('b', 'p1'), aLayer('c', 'p3'), aLayer('d')];
  expect(answeredPins(layers, pins).map(({ number }) => number)).toEqual([1, 3]);
});

describe('what a pin asked for', () => {
  it('is said in few words, with what was to be left alone, as far as it is locked', () => {
    const to = { name: 'cobalt blue', hex: '#0047ab' } as const;
    const wish = { kind: 'recolour', thing: 'the bowl', from: null, to } as const;
    expect(answeredText(aPin('…', { wish, keep: ['the fig', 'the cup'] }), ['fig'])).toBe(
      'cobalt blue, fig untouched',
    );
    expect(answeredText(aPin('…', { wish: { kind: 'remove', thing: 'the spoon' } }), [])).toBe(
      'remove the spoon',
    );
  });

  it('is the note itself where nobody could read it', () => {
    expect(answeredText(aPin('hm, nicer?', {}), [])).toBe('hm, nicer?');
  });
});
