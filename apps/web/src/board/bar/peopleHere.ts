import type { Peer } from '../state/boardStore.ts';

type Window = Pick<Peer, 'clientId' | 'personId' | 'name'>;

export type PersonHere = {
  readonly personId: string;
  readonly name: string;
  /** One or more windows of theirs, that of their first sign of life first. */
  readonly clientIds: readonly number[];
};

/** Everybody else who is here, each once, however many windows they have the board open in. */
export function peopleHere(peers: readonly Window[], ownId: string): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { clientId, personId, name } of peers) {
    if (personId === ownId) continue;
    const clientIds = people.get(personId)?.clientIds ?? [];
    people.set(personId, { personId, name, clientIds: [...clientIds, clientId] });
  }
  return [...people.values()];
}
