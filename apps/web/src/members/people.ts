import type { Member } from '../data/types.ts';

/** Somebody with all their roles; `studio` null: only in projects. */
export type PersonRoles = {
  readonly person: Member['person'];
  readonly studio: Member | null;
  readonly projects: readonly Member[];
};

/** Members by whom they are, in the order they came. */
export function people(members: readonly Member[]): readonly PersonRoles[] {
  const byPerson = new Map<string, PersonRoles>();
  for (const member of members) {
    const { person } = member;
    const known = byPerson.get(person.id) ?? { person, studio: null, projects: [] };
    const more = member.projectId ? { projects: [...known.projects, member] } : { studio: member };
    byPerson.set(person.id, { ...known, ...more });
  }
  return [...byPerson.values()];
}
