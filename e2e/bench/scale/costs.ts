/**
 * What the room server takes, measured by `npm run bench -- sync` on two quiet cores (docs/scale.md has the runs);
 * per person of a room in which everybody moves their cursor at 20 Hz, by how many they are.
 */
const measured: readonly {
  readonly people: number;
  readonly cores: number;
  readonly bytesPerSecond: number;
}[] = [
  { people: 2, cores: 0.001_36, bytesPerSecond: 3_800 },
  { people: 50, cores: 0.003_6, bytesPerSecond: 19_100 },
  { people: 150, cores: 0.002_14, bytesPerSecond: 47_000 },
  { people: 300, cores: 0.001_28, bytesPerSecond: 88_000 },
  { people: 1_000, cores: 0.000_58, bytesPerSecond: 96_700 },
];

/** An update's way into PostgreSQL: seconds of its processor, and how long it takes with the pause before the next. */
export const append = { databaseCores: 0.000_8, everySeconds: 0.03 } as const;
/** Asking for the rights of all studios with open screens, once a node and as often. */
export const look = { databaseCores: 0.001, everySeconds: 1 } as const;
/** A pass, the nodes, the rights, and the document read if nobody is in the room yet. */
export const join = { databaseCores: 0.002 } as const;
/** An open room with its document, a person's socket; bytes. */
export const held = { room: 400 * 1024, person: 60 * 1024 } as const;

/** Of one of so many people in a room, all of whom move. */
export function costOf(people: number): { readonly cores: number; readonly bytesPerSecond: number } {
  const above = measured.findIndex((one) => one.people >= people);
  const [low, high] = [measured[Math.max(0, above - 1)], measured.at(above)];
  if (!low || !high) throw new RangeError('There are figures');
  if (low === high || people <= low.people) return low;
  const share = Math.log(people / low.people) / Math.log(high.people / low.people);
  const between = (a: number, b: number) => a * (b / a) ** share;
  return {
    cores: between(low.cores, high.cores),
    bytesPerSecond: between(low.bytesPerSecond, high.bytesPerSecond),
  };
}
