import { expect, it } from 'vitest';
import type { ClientVersion } from '../../data/types.ts';
import { shownVersion, versionBefore } from './shownVersion.ts';
import { versionStage } from './versionStage.ts';

const me = 'me';
const rendered = { masterDigest: 'm', resultDigest: 'r' };
const aVersion = (number: number, wish: object = {}) =>
  ({
    id: `v${number}`,
    number,
    state: 'in_review',
    proof: rendered,
    decisions: [],
    ...wish,
  }) as unknown as ClientVersion;
const original = aVersion(1, { proof: { masterDigest: 'm', resultDigest: 'm' } });
const said = (kind: string, id = me) => ({
  decisions: [{ kind, by: { kind: 'guest', id }, at: 'then', comment: null }],
});

it.each([
  ['nothing', [], 'none'],
  ['the picture as it came', [original], 'first'],
  ['a new version', [aVersion(2), original], 'new'],
  ['one that is still being rendered', [aVersion(2, { proof: null }), original], 'first'],
  ['one that somebody else has approved', [aVersion(2, said('sign_off', 'other'))], 'new'],
  ['one I have approved', [aVersion(2, said('sign_off'))], 'said'],
  ['one the studio works on again', [aVersion(2, { state: 'changes_requested' })], 'awaited'],
  ['an approved one', [aVersion(2, { state: 'approved' })], 'final'],
])('%s is %s', (_, versions, kind) => {
  expect(versionStage(versions, me).kind).toBe(kind);
});

it('takes what I have said last', () => {
  const decisions = [...said('sign_off').decisions, ...said('sign_off_changes').decisions];
  expect(versionStage([aVersion(2, { decisions })], me)).toMatchObject({
    word: { kind: 'sign_off_changes', at: 'then' },
  });
});

it('compares with the approved version before, or else with the picture as it came', () => {
  const versions = [aVersion(4), aVersion(3, { state: 'withdrawn' }), aVersion(2, { state: 'superseded' })];
  expect(shownVersion(versions)?.number).toBe(4);
  expect(versionBefore(versions, { number: 4 })?.number).toBe(2);
  expect(versionBefore([aVersion(2), original], { number: 2 })).toBeNull();
});
