import type { VersionState } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { pairVersions } from './pairVersions.ts';

/** Numbered from 1, each made of the one before. */
function versionsOf(...states: VersionState[]) {
  return states.map((state, i) => ({
    id: `v${i + 1}`,
    number: i + 1,
    state,
    parentId: i > 0 ? `v${i}` : null,
  }));
}

function pairOf(versions: ReturnType<typeof versionsOf>, versionId?: string) {
  const pair = pairVersions(versions, versionId);
  return pair && [pair.a.id, pair.b.id];
}

describe('the pair that is compared', () => {
  it('is what waits for a decision, against the last approved', () => {
    const versions = versionsOf('superseded', 'approved', 'changes_requested', 'in_review', 'draft');
    expect(pairOf(versions)).toEqual(['v2', 'v4']);
    expect(pairOf(versions.toReversed())).toEqual(['v2', 'v4']);
  });

  it('is the first and the draft where nothing was ever decided', () => {
    expect(pairOf(versionsOf('in_review', 'draft'))).toEqual(['v1', 'v2']);
    expect(pairOf(versionsOf('in_review', 'withdrawn', 'draft'))).toEqual(['v2', 'v3']);
  });

  it.each([
    ['a draft with the approved version', ['superseded', 'approved', 'draft'], 'v3', ['v2', 'v3']],
    ['an approved version with the one it replaced', ['superseded', 'approved'], 'v2', ['v1', 'v2']],
    ['what was sent back with what was approved then', ['approved', 'changes_requested'], 'v2', ['v1', 'v2']],
    ['the first with the newest', ['in_review', 'withdrawn', 'in_review'], 'v1', ['v1', 'v3']],
    ['a discarded one too, if it is asked for', ['approved', 'discarded'], 'v2', ['v1', 'v2']],
  ] as const)('holds %s', (_, states, versionId, pair) => {
    expect(pairOf(versionsOf(...states), versionId)).toEqual(pair);
  });

  it('leaves discarded drafts out', () => {
    expect(pairOf(versionsOf('approved', 'in_review', 'discarded'))).toEqual(['v1', 'v2']);
    expect(pairOf(versionsOf('in_review', 'discarded'))).toBe(null);
  });

  it('is none where there is one version, or none', () => {
    expect(pairOf(versionsOf('in_review'))).toBe(null);
    expect(pairOf([])).toBe(null);
  });
});
