import { describe, expect, it } from 'vitest';
import { versionLines } from './versionLines.ts';

type Lined = Parameters<typeof versionLines>[0];

const now = new Date('2026-11-12T12:00:00Z');
const person = (name: string | null) => ({ kind: 'person' as const, id: 'p', name });
const digest = 'a'.repeat(64);

function aVersion(over: Partial<Lined> = {}): Lined {
  return {
    number: 2,
    state: 'in_review',
    layers: [aLayer('heal', 4), aLayer('grade', 1)],
    decisions: [],
    createdAt: '2026-11-12T10:00:00.000Z',
    submittedAt: '2026-11-12T11:40:00.000Z',
    submittedBy: person('Artist'),
    ...over,
  };
}

function aLayer(engine: string, pinNumber: number | null, visible = true): Lined['layers'][number] {
  const made = { engine, pinNumber, by: person('Artist'), at: '2026-11-12T11:50:00.000Z' };
  return { visible, made } as Lined['layers'][number];
}

function linesOf(version: Lined, others: readonly Lined[] = [], isDrawn = false) {
  return versionLines(version, { versions: [version, ...others], now, isDrawn });
}

describe('what stands beside a version', () => {
  it('is who submitted it, when, and its layers', () => {
    expect(linesOf(aVersion())).toEqual(['Artist · 20\u00a0min ago', '2 layers, last: Grade, pin 1']);
  });

  it('is who decided, whoever submitted it and whoever signed off', () => {
    const by = { digest, comment: null };
    const decisions = [
      { ...by, kind: 'approve' as const, by: person('Director'), at: '2026-11-12T11:55:00.000Z' },
      { ...by, kind: 'sign_off' as const, by: person('Client'), at: '2026-11-12T11:58:00.000Z' },
    ];
    expect(linesOf(aVersion({ state: 'approved', decisions }))[0]).toBe('Director · 5\u00a0min ago');
  });

  it('of a draft is who worked on it last', () => {
    expect(linesOf(aVersion({ state: 'draft', submittedAt: null }))[0]).toBe('Artist · 10\u00a0min ago');
    expect(linesOf(aVersion({ state: 'draft', layers: [] }))).toEqual(['Being worked on']);
  });

  it('leaves hidden layers out', () => {
    const layers = [aLayer('heal', null), aLayer('grade', 1, false)];
    expect(linesOf(aVersion({ layers }))[1]).toBe('1 layer: Heal');
  });

  it('says of the first of a picture from words that it was drawn', () => {
    const first = aVersion({ number: 1, layers: [], submittedBy: null });
    expect(linesOf(first, [], true)[1]).toBe('Drawn from words');
  });

  it('says of the first that it is as it was uploaded, and of a replaced one by which', () => {
    const first = aVersion({ number: 1, layers: [], submittedBy: null });
    expect(linesOf(first)).toEqual(['20\u00a0min ago', 'As it was uploaded']);
    const replaced = { ...first, state: 'superseded' as const };
    expect(linesOf(replaced, [aVersion({ state: 'approved' })])[1]).toBe('Replaced by v2');
    const newest = aVersion({ number: 5, state: 'approved' });
    expect(linesOf(replaced, [newest, aVersion({ state: 'superseded' })])[1]).toBe('Replaced by v2');
  });
});
