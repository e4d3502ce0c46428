import { describe, expect, it } from 'vitest';
import { type ProvenVersion, proofFacts, recomputedShare, shortDigest } from './proofFacts.ts';

const bounds = { x: -50, y: 0, width: 200, height: 100 };
const digest = 'a'.repeat(64);

function aVersion(over: Partial<ProvenVersion> = {}): ProvenVersion {
  const proof = {
    changedInside: 5_000,
    changedOutside: 0,
    changedInLocks: 0,
    masterDigest: digest,
    resultDigest: digest,
    planesDigest: digest,
  };
  return { state: 'in_review', bounds, layers: [], proof, ...over };
}

function aLayer(width: number, opacity = 255, visible = true): ProvenVersion['layers'][number] {
  const rect = { x: 0, y: 0, width, height: 100 };
  return { rect, opacity, visible } as ProvenVersion['layers'][number];
}

describe('a proof', () => {
  it('holds when nothing outside and nothing locked has changed', () => {
    expect(proofFacts(aVersion())).toEqual({
      kind: 'holds',
      outside: 0,
      inLocks: 0,
      inside: 5_000,
      untouched: 15_000,
      total: 20_000,
      recomputed: 0.25,
    });
  });

  it.each([
    ['outside', { changedOutside: 1 }],
    ['in a lock', { changedInLocks: 1 }],
  ])('fails for one pixel %s', (_, counts) => {
    const { proof } = aVersion();
    expect(proofFacts(aVersion({ proof: proof && { ...proof, ...counts } })).kind).toBe('fails');
  });

  it('waits for the renderer, and is not expected of a draft', () => {
    expect(proofFacts(aVersion({ proof: null })).kind).toBe('waits');
    expect(proofFacts(aVersion({ proof: null, state: 'draft' })).kind).toBe('none');
  });
});

describe('the recomputed share', () => {
  it('is counted once a version is proven', () => {
    expect(recomputedShare(aVersion())).toEqual({ share: 0.25, isCounted: true });
  });

  it('of a draft is at most what its visible layers cover', () => {
    const layers = [aLayer(60), aLayer(20, 0), aLayer(100, 255, false)];
    const draft = aVersion({ state: 'draft', proof: null, layers });
    expect(recomputedShare(draft)).toEqual({ share: 0.3, isCounted: false });
    expect(recomputedShare({ ...draft, layers: [aLayer(200), aLayer(200)] }).share).toBe(1);
    expect(recomputedShare({ ...draft, layers: [] })).toEqual({ share: 0, isCounted: true });
  });
});

it('a digest is shortened to its beginning and its end', () => {
  expect(shortDigest(`7f3a91c2${'0'.repeat(52)}e04b`)).toBe('7f3a91c2…e04b');
});
