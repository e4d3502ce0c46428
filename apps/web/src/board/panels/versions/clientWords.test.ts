import { expect, it } from 'vitest';
import type { Version } from '../../../data/types.ts';
import { clientWords, isAskedBack } from './clientWords.ts';

type Word = Version['decisions'][number];

const digest = 'a'.repeat(64);
const at = '2026-11-26T00:00:00.000Z';

function said(id: string, kind: Word['kind'], comment: string | null = null): Word {
  return { kind, digest, comment, by: { kind: 'guest', id, name: id }, at };
}

it('tells each client’s last word, first of those who want changes', () => {
  const decisions = [
    said('first', 'sign_off_changes', 'too warm'),
    said('second', 'sign_off'),
    said('third', 'sign_off_changes', 'the rim is red'),
    said('first', 'sign_off'),
  ];
  expect(clientWords({ digest, decisions }).map(({ by, kind }) => [by.name, kind])).toEqual([
    ['third', 'sign_off_changes'],
    ['first', 'sign_off'],
    ['second', 'sign_off'],
  ]);
});

it('leaves out what the studio decided, and what was said to other content', () => {
  const other = { ...said('first', 'sign_off'), digest: 'b'.repeat(64) };
  expect(clientWords({ digest, decisions: [other, said('director', 'approve')] })).toEqual([]);
});

it('asks a version back as long as it is in review and its client has not thought better of it', () => {
  const wanted = said('first', 'sign_off_changes');
  const asked = { digest, state: 'in_review', decisions: [wanted] } as const;
  expect(isAskedBack({ ...asked, decisions: [wanted] })).toBe(true);
  expect(isAskedBack({ ...asked, decisions: [wanted], state: 'withdrawn' })).toBe(false);
  expect(isAskedBack({ ...asked, decisions: [wanted, said('first', 'sign_off')] })).toBe(false);
});
