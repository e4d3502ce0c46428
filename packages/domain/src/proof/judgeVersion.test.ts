import { describe, expect, it } from 'vitest';
import { type VersionContent, versionDigest } from '../digests/versionDigest.ts';
import { judgeVersion, type VersionClaims, type VersionFindings } from './judgeVersion.ts';
import { type ProofPlanes, planesDigest } from './planesDigest.ts';

const master = 'a'.repeat(64);
const result = 'b'.repeat(64);
const other = 'c'.repeat(64);
const rect = { x: 0, y: 0, width: 4, height: 4 };
const content: VersionContent = { masterDigest: master, bounds: rect, profileDigest: null, layers: [] };
const planes: ProofPlanes = { permitted: [{ digest: other, rect }], locks: [] };
const counts = { changedInside: 5, changedOutside: 0, changedInLocks: 0 };
const digest = versionDigest(content);
const proof = { ...counts, masterDigest: master, resultDigest: result, planesDigest: planesDigest(planes) };
const claims: VersionClaims = { number: 3, content, digest, proof, planes, decisions: [{ digest }] };
const found: VersionFindings = {
  ...counts,
  masterDigest: master,
  profileDigest: null,
  resultDigest: result,
  recomposedDigest: result,
};

describe('a version', () => {
  it('holds when all that was recomputed is what was said', () => {
    expect(judgeVersion(claims, found)).toMatchObject({ holds: true, reasons: [], findings: found });
  });

  it.each([
    ['content', { content: { ...content, profileDigest: other } }, { profileDigest: other }],
    ['decision', { decisions: [{ digest }, { digest: other }] }, {}],
    ['no-proof', { proof: null }, {}],
    ['planes', { planes: { ...planes, permitted: [] } }, {}],
    ['master', {}, { masterDigest: other }],
    ['master', {}, { profileDigest: other }],
    ['master', { proof: { ...proof, masterDigest: other } }, {}],
    ['result', {}, { recomposedDigest: other }],
    ['proof-result', {}, { resultDigest: other, recomposedDigest: other }],
    ['counts', {}, { changedInside: 6 }],
    ['outside', { proof: { ...proof, changedOutside: 1 } }, { changedOutside: 1 }],
    ['locks', { proof: { ...proof, changedInLocks: 1 } }, { changedInLocks: 1 }],
  ] as const)('does not hold by its %s, and by nothing else', (reason, said, seen) => {
    const verdict = judgeVersion({ ...claims, ...said }, { ...found, ...seen });
    expect(verdict).toMatchObject({ holds: false, reasons: [reason] });
    expect(verdict.says).toMatch(/^v3 does not hold: [^;\n]+\.$/);
  });

  it('does not hold by files that are wrong, which it names', () => {
    const wrongFiles = [{ name: 'layer 1’s patch', why: 'missing' as const }];
    expect(judgeVersion(claims, { wrongFiles })).toEqual({
      holds: false,
      findings: null,
      reasons: ['files'],
      says: 'v3 does not hold: layer 1’s patch is missing.',
    });
  });
});
