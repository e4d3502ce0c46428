import { dialectOf } from './dialects.ts';
import { rest } from './ownProcess.ts';
import { startServer } from './servers.ts';
import { Visitor } from './Visitor.ts';

export type SoakOptions = { readonly minutes: number; readonly say: (line: string) => void };

type Look = {
  readonly minute: number;
  readonly rssMb: number;
  readonly heldMb: number;
  readonly joins: number;
};

export type SoakFigures = {
  readonly minutes: number;
  readonly joins: number;
  readonly edits: number;
  readonly looks: readonly Look[];
  /** By least squares over the second half, when caches are full. */
  readonly rssMbAnHour: number;
  readonly heldMbAnHour: number;
  /** Those sent away, and not because they left. */
  readonly closed: number;
};

const rooms = 12;
const peopleARoom = 4;
/** A room that everybody has left is forgotten after half a minute, so some are left for longer. */
const stayMs = { shortest: 5_000, longest: 45_000 };
const moveMs = 100;
const editShare = 0.2;
const lookMs = 15_000;
const dialect = dialectOf('pinpaint');

export async function soak({ minutes, say }: SoakOptions): Promise<SoakFigures> {
  const server = await startServer('pinpaint');
  const startedAt = performance.now();
  const endsAt = startedAt + minutes * 60_000;
  const counts = { joins: 0, edits: 0, closed: 0 };
  const looks: Look[] = [];
  try {
    const visitors = Array.from({ length: rooms * peopleARoom }, (_, at) =>
      comeAndGo({ url: `${server.url}/${at % rooms}`, at, endsAt, counts }),
    );
    for (let next = startedAt + lookMs; next <= endsAt + 1_000; next += lookMs) {
      await rest(next - performance.now());
      const heldMb = (await server.held()) / 1024 ** 2;
      const minute = (performance.now() - startedAt) / 60_000;
      looks.push({ minute, rssMb: (await server.used()).rssMb, heldMb, joins: counts.joins });
      say(`${minute.toFixed(1)} min, ${counts.joins} joins, ${heldMb.toFixed(1)} MB held`);
    }
    await Promise.all(visitors);
  } finally {
    await server.stop();
  }
  const later = looks.slice(Math.floor(looks.length / 2));
  const anHour = (of: (look: Look) => number) => 60 * slopeOf(later.map((look) => [look.minute, of(look)]));
  return {
    minutes,
    ...counts,
    looks,
    rssMbAnHour: anHour(({ rssMb }) => rssMb),
    heldMbAnHour: anHour(({ heldMb }) => heldMb),
  };
}

type Visits = {
  readonly url: string;
  readonly at: number;
  readonly endsAt: number;
  readonly counts: { joins: number; edits: number; closed: number };
};

async function comeAndGo({ url, at, endsAt, counts }: Visits): Promise<void> {
  const visitor = new Visitor(`${at}`, dialect);
  while (performance.now() < endsAt) {
    await visitor.come(url);
    counts.joins += 1;
    const leavesAt = Math.min(endsAt, performance.now() + between(stayMs));
    while (performance.now() < leavesAt && visitor.isThere) {
      await rest(moveMs);
      // Every third only looks on.
      if (at % 3 > 0) visitor.move();
      if (at % 3 > 0 && Math.random() < editShare) visitor.edit();
    }
    if (!visitor.isThere) counts.closed += 1;
    visitor.leave();
    await rest(Math.min(between(stayMs), Math.max(0, endsAt - performance.now())));
  }
  counts.edits += visitor.edits;
}

function between({ shortest, longest }: { readonly shortest: number; readonly longest: number }): number {
  return shortest + Math.random() * (longest - shortest);
}

/** Of a line through the points, by least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const [meanX, meanY] = [0, 1].map(
    (at) => points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length,
  );
  let [above, below] = [0, 0];
  for (const [x, y] of points) {
    above += (x - (meanX ?? 0)) * (y - (meanY ?? 0));
    below += (x - (meanX ?? 0)) ** 2;
  }
  return below > 0 ? above / below : 0;
}
