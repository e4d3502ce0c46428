export type Waiting = { readonly id: string; readonly studioId: string; readonly createdBy: string };

export type Turns = {
  /** When each studio, and each person in it, last had a turn, in ms; none: never. */
  readonly studios: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
};

/** The order in which `nextWaiting` will take them, as long as nobody else comes. @param waiting oldest first */
export function inTurn<W extends Waiting>(waiting: readonly W[], last: Turns): readonly W[] {
  const studios = new Map(last.studios);
  const people = new Map(last.people);
  const left = [...waiting];
  const order: W[] = [];
  while (left.length > 0) {
    const next = left.reduce((first, one) => (isSooner(one, first, { studios, people }) ? one : first));
    left.splice(left.indexOf(next), 1);
    // Later than any that has been.
    const turn = Number.MAX_SAFE_INTEGER - left.length;
    studios.set(next.studioId, turn);
    people.set(personOf(next), turn);
    order.push(next);
  }
  return order;
}

/** A person counts in each studio apart. */
export function personOf({ studioId, createdBy }: Omit<Waiting, 'id'>): string {
  return `${studioId} ${createdBy}`;
}

function isSooner(one: Waiting, other: Waiting, { studios, people }: Turns): boolean {
  const byStudio = turnOf(studios, one.studioId) - turnOf(studios, other.studioId);
  if (byStudio !== 0) return byStudio < 0;
  return turnOf(people, personOf(one)) < turnOf(people, personOf(other));
}

function turnOf(turns: ReadonlyMap<string, number>, who: string): number {
  return turns.get(who) ?? 0;
}
