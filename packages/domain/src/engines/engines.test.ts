import { describe, expect, it } from 'vitest';
import type { Intent, Wish } from '../intent/intent.ts';
import { wishText } from '../intent/wishText.ts';
import { cannotMessage } from './cannotMessage.ts';
import { engineCatalogue } from './engineCatalogue.ts';
import type { EngineFacts, EngineRun } from './engineFacts.ts';
import { announcedCost, enginesFor, estimateCost, isFree } from './estimateCost.ts';

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
  const paid = anEngine({ usd: { perRun: 0.04, perMegapixel: 0.01 } });

  it('grows with pixels and variants, the start counted once', () => {
    const cost = announcedCost(paid, 2_000_000, 3);
    expect(cost.pixels).toBe(2_000_000);
    expect(cost.seconds).toBeCloseTo(3.1, 10);
    expect(cost.usd).toBeCloseTo(0.18, 10);
  });

  /** Of one variant and one megapixel, announced as 0.6 s. */
  const took = (seconds: number, pixels = 1_000_000): EngineRun => ({ seconds, pixels, variants: 1 });
  const expected = (runs: readonly EngineRun[], pixels = 1_000_000) =>
    estimateCost({ ...paid, runs }, pixels, 1);

  it('is what was announced until three runs have been seen, and tells no spread of fewer than five', () => {
    const runs = [3, 3].map((seconds) => took(seconds));
    const announced = announcedCost(paid, 1_000_000, 1);
    expect(expected(runs)).toEqual({ ...announced, spread: null });
    expect(expected([...runs, took(4)])).toEqual({ ...announced, seconds: 3, spread: null });
    expect(expected([...runs, took(3), took(3), took(3)]).spread).toEqual({ low: 3, high: 3, runs: 5 });
  });

  it('is then what runs mostly took, whatever a first one took to load', () => {
    const { seconds, spread, usd } = expected([1.8, 2, 2, 2.1, 2.2, 2, 2, 1.9, 2, 2, 90].map((s) => took(s)));
    expect(seconds).toBeCloseTo(2, 10);
    expect(spread?.low).toBeCloseTo(1.9, 10);
    expect(spread?.high).toBeCloseTo(2.2, 10);
    expect(spread?.runs).toBe(11);
    expect(usd).toBeCloseTo(0.05, 10);
  });

  it('looks at runs of a like size where there are enough, else at all of them', () => {
    const small = [1, 1, 1, 1, 1].map((seconds) => took(seconds, 100_000));
    const large = [9, 9, 9, 9, 9].map((seconds) => took(seconds, 9_000_000));
    expect(expected([...small, ...large], 120_000).spread?.runs).toBe(5);
    expect(expected([...small, ...large], 9_000_000).seconds).toBeCloseTo(9, 10);
    expect(expected([...small, ...large]).spread?.runs).toBe(10);
  });

  it('grows with what is asked for, also when it is learnt', () => {
    const runs = [2, 2, 2, 2, 2].map((seconds) => took(seconds));
    expect(expected(runs, 3_000_000).seconds).toBeCloseTo((2 / 0.6) * 1.6, 10);
  });
});

describe('engines for a wish', () => {
  const paid = anEngine({ kinds: ['recolour', 'add'], usd: { perRun: 0, perMegapixel: 0.01 } });

  it('are those that can', () => {
    expect(enginesFor('add', [paid, anEngine()])).toEqual([paid]);
    expect(enginesFor('extend', [paid, anEngine()])).toEqual([]);
  });

  it('are free when neither a run nor its pixels cost anything', () => {
    expect([anEngine(), paid].map(isFree)).toEqual([true, false]);
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
