import { describe, expect, it } from 'vitest';
import { type DecidedVersion, type DecisionFrame, decisionState } from './decisionState.ts';

const digest = 'a'.repeat(64);
const now = new Date('2026-11-12T12:00:00Z');

function aVersion(over: Partial<DecidedVersion> = {}): DecidedVersion {
  return { id: 'v4', number: 4, state: 'in_review', decisions: [], proof: null, ...over };
}

function said(version: DecidedVersion, frame: Partial<DecisionFrame> = {}) {
  return decisionState(version, { versions: [version], mayDecide: true, now, ...frame });
}

describe('the decision bar says', () => {
  it('to whom it waits for, what approving does', () => {
    const approved = aVersion({ number: 2, state: 'approved' });
    expect(said(aVersion(), { versions: [aVersion(), approved] })).toEqual({
      title: 'v4 waits for your decision',
      lead: 'Approving locks it and replaces v2.',
    });
    expect(said(aVersion()).lead).toBe('Approving locks it.');
  });

  it('to others, that it waits and for whom', () => {
    expect(said(aVersion(), { mayDecide: false })).toEqual({
      title: 'v4 waits for a decision',
      lead: 'A director or an owner decides.',
    });
  });

  it('of a decided version by whom and when', () => {
    const by = { kind: 'person', id: 'd', name: 'Director' } as const;
    const decision = {
      kind: 'request_changes',
      digest,
      comment: 'Too dark.',
      by,
      at: '2026-11-12T11:58:00Z',
    } as const;
    expect(said(aVersion({ state: 'changes_requested', decisions: [decision] }))).toEqual({
      title: 'Changes requested on v4',
      lead: 'By Director, 2\u00a0min ago.',
    });
  });

  it('of a replaced one, by which', () => {
    const newer = aVersion({ number: 5, state: 'approved' });
    expect(said(aVersion({ state: 'superseded' }), { versions: [newer] }).lead).toBe('v5 is approved now.');
  });
});
