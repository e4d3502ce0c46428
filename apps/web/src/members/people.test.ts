import { expect, it } from 'vitest';
import type { Member } from '../data/types.ts';
import { people } from './people.ts';

const member = (id: string, name: string, projectId: string | null): Member => ({
  id,
  person: { id: name, name, email: `${name}@example.test` },
  role: 'artist',
  projectId,
  createdAt: '2026-11-26T00:00:00.000Z',
});

it('gathers the roles of each person, in the order people came', () => {
  const all = [member('1', 'a', null), member('2', 'b', 'p'), member('3', 'a', 'p'), member('4', 'a', 'q')];
  const [first, second, third, fourth] = all;
  expect(people(all)).toEqual([
    { person: first?.person, studio: first, projects: [third, fourth] },
    { person: second?.person, studio: null, projects: [second] },
  ]);
});
