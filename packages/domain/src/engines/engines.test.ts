import { describe, expect, it } from 'vitest';
import type { Intent, Wish } from '../intent/intent.ts';
import { wishText } from '../intent/wishText.ts';
import { cannotMessage } from './cannotMessage.ts';
import { engineCatalogue } from './engineCatalogue.ts';
import type { EngineFacts } from './engineFacts.ts';
import { enginesFor, estimateCost } from './estimateCost.ts';

function anEngine(change: Partial<EngineFacts> = {}): EngineFacts {
  return {
    name: 'grade',
    version: '1',
    kinds: ['recolour', 'relight'],
    nativeSizes: [],
    maxPixels: 120_000_000,
    seconds: { base: 0.1, perMegapixel: 0.5 },
    usd: { perRun: 0, perMegapixel: 0 },
    ...change,
  };
}

function anIntent(wish: Wish | null): Intent {
  return { wish, keep: [], confidence: wish ? 0.9 : 0.1 };
}

describe('an estimate', () => {
  it('grows with pixels and variants, the start counted once', () => {
    const engine = anEngine({ usd: { perRun: 0.04, perMegapixel: 0.01 } });
    const cost = estimateCost(engine, 2_000_000, 3);
    expect(cost.pixels).toBe(2_000_000);
    expect(cost.seconds).toBeCloseTo(3.1, 10);
    expect(cost.usd).toBeCloseTo(0.18, 10);
  });
});

describe('engines for a wish', () => {
  const paid = anEngine({
    name: 'gemini',
    kinds: ['recolour', 'add'],
    usd: { perRun: 0.039, perMegapixel: 0 },
  });
  const slow = anEngine({ name: 'a-slow', seconds: { base: 5, perMegapixel: 1 } });

  it('come cheapest first, then fastest, whatever order workers announced them in', () => {
    const names = (list: readonly EngineFacts[]) => enginesFor('recolour', list).map(({ name }) => name);
    expect(names([paid, slow, anEngine()])).toEqual(['grade', 'a-slow', 'gemini']);
    expect(names([anEngine(), slow, paid])).toEqual(['grade', 'a-slow', 'gemini']);
  });

  it('are only those that can', () => {
    expect(enginesFor('add', [paid, slow])).toEqual([paid]);
    expect(enginesFor('extend', [paid, slow])).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has an engine for every kind of wish, under names that occur once', () => {
    const kinds = new Set(engineCatalogue.flatMap((engine) => engine.kinds));
    expect([...kinds].sort()).toEqual([
      'add',
      'extend',
      'match',
      'place',
      'recolour',
      'relight',
      'remove',
      'replace',
    ]);
    expect(new Set(engineCatalogue.map(({ name }) => name)).size).toBe(engineCatalogue.length);
  });

  it('asks a price for every service and none on one’s own machine', () => {
    for (const { prices, runs } of engineCatalogue) {
      expect(prices.length).toBeGreaterThan(0);
      expect(prices.every(({ usd }) => (runs === 'service' ? usd > 0 : usd === 0))).toBe(true);
    }
  });
});

describe('when nothing here can do it', () => {
  it('says what was understood, who could at which price, and what to do instead', () => {
    const message = cannotMessage(anIntent({ kind: 'add', thing: 'a small ladybird on the big dandelion' }));
    expect(message.understood).toBe('add a small ladybird on the big dandelion');
    expect(message.engines.map(({ name }) => name)).toEqual([
      'onnx-diffusion',
      'comfyui',
      'gemini-2.5-flash-image',
      'flux-fill',
      'gemini-3.1-flash-image',
      'gemini-3-pro-image',
    ]);
    expect(message.ways).toEqual(['connect-engine', 'hand-tool', 'reword']);
    expect(message.text).toContain('Nano Banana Pro (gemini-3-pro-image): 0.134 USD (2K), 0.24 USD (4K)');
    expect(message.text).toContain('Nothing was queued.');
  });

  it('does not offer what is connected already', () => {
    const message = cannotMessage(anIntent({ kind: 'place', thing: 'our logo' }), [
      anEngine({ name: 'place' }),
    ]);
    expect(message).toMatchObject({ engines: [], ways: ['hand-tool', 'reword'] });
    expect(message.text).not.toContain('connect one of them');
  });

  it('names no engine for a note it could not read', () => {
    const message = cannotMessage(anIntent(null));
    expect(message).toMatchObject({ understood: null, engines: [], ways: ['choose-wish', 'reword'] });
  });
});

describe('a wish in words', () => {
  const red = { name: 'red', hex: '#ff0000' } as const;
  const blue = { name: 'blue', hex: '#0000ff' } as const;

  it.each<[Wish, string]>([
    [{ kind: 'remove', thing: 'the spoon' }, 'remove the spoon'],
    [{ kind: 'remove', thing: null }, 'remove what is marked'],
    [{ kind: 'recolour', thing: 'the cup', from: red, to: blue }, 'make the cup blue instead of red'],
    [
      {
        kind: 'relight',
        thing: null,
        change: { warmth: 0.35, brightness: -1, contrast: 0, saturation: 0 },
      },
      'make what is marked a little warmer and much darker',
    ],
    [{ kind: 'extend', aspect: { width: 16, height: 9 }, anchor: 'center' }, 'extend the picture to 16:9'],
    [{ kind: 'replace', thing: 'the mug', by: 'a glass' }, 'replace the mug by a glass'],
  ])('%j', (wish, text) => {
    expect(wishText(wish)).toBe(text);
  });
});
