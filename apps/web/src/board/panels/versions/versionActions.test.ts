import type { VersionState } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { type ActedVersion, isEmptyDraft, versionActions } from './versionActions.ts';

function aVersion(id: string, state: VersionState): ActedVersion {
  return { id, state, layers: [], proof: null };
}

const reviewed = aVersion('v2', 'in_review');
const draft = aVersion('v3', 'draft');

describe('what can be done to a version', () => {
  it('of the newest in review is to take it back, to decide, and to go on from it', () => {
    const versions = [reviewed, aVersion('v1', 'approved')];
    expect(versionActions(reviewed, { role: 'director', versions })).toEqual([
      'withdraw',
      'approve',
      'requestChanges',
      'newDraft',
    ]);
    expect(versionActions(reviewed, { role: 'artist', versions })).toEqual(['withdraw', 'newDraft']);
    expect(versionActions(reviewed, { role: 'viewer', versions })).toEqual([]);
  });

  it('of a draft is to submit or discard it, and nobody makes a second one beside it', () => {
    const versions = [draft, reviewed];
    expect(versionActions(draft, { role: 'artist', versions })).toEqual(['submit', 'discard']);
    expect(versionActions(reviewed, { role: 'artist', versions })).toEqual(['withdraw']);
  });

  it('after a discarded draft goes on from the one before', () => {
    const versions = [aVersion('v3', 'discarded'), aVersion('v2', 'approved')];
    expect(versions.map((version) => versionActions(version, { role: 'artist', versions }))).toEqual([
      [],
      ['newDraft'],
    ]);
  });
});

it('a draft of which nothing is seen is empty', () => {
  const layer = (visible: boolean, opacity: number) =>
    ({ visible, opacity }) as ActedVersion['layers'][number];
  expect(isEmptyDraft({ state: 'draft', layers: [layer(false, 255), layer(true, 0)] })).toBe(true);
  expect(isEmptyDraft({ state: 'draft', layers: [layer(true, 1)] })).toBe(false);
  expect(isEmptyDraft({ state: 'in_review', layers: [] })).toBe(false);
});
