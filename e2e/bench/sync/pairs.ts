import { performance } from 'node:perf_hooks';
import { type InRoom, openRooms, type RoomsWish } from './openRooms.ts';
import { mark, rest, tell } from './ownProcess.ts';

type Pairs = RoomsWish & {
  readonly rooms: number;
  readonly cursorHz: number;
  /** Of one in each room. */
  readonly editHz: number;
  readonly seconds: number;
};

export type PairFigures = {
  readonly wallSeconds: number;
  readonly framesPerClientPerSecond: number;
  readonly bytesPerClientPerSecond: number;
};

const warmUpMs = 1_500;
const pairs: Pairs = JSON.parse(process.argv[2] ?? '');
await tell(run);

/** Rooms of two who work: what people cost where they are few together. */
async function run(): Promise<PairFigures> {
  const there = await openRooms(pairs, 'pairs', pairs.rooms);
  const stop = keepWorking(there);
  await rest(warmUpMs);
  const counted = () => ({
    frames: there.reduce((sum, { client }) => sum + client.frames, 0),
    bytes: there.reduce((sum, { client }) => sum + client.bytes, 0),
  });
  const before = counted();
  const startedAt = performance.now();
  mark();
  await rest(pairs.seconds * 1000);
  mark();
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const after = counted();
  stop();
  await rest(500);
  for (const { client } of there) client.close();
  return {
    wallSeconds,
    framesPerClientPerSecond: (after.frames - before.frames) / there.length / wallSeconds,
    bytesPerClientPerSecond: (after.bytes - before.bytes) / there.length / wallSeconds,
  };
}

/** Everybody at their own moment. */
function keepWorking(there: readonly InRoom[]): () => void {
  const startedAt = performance.now();
  const due = there.map((_, at) => ({
    cursor: startedAt + (at / there.length) * (1000 / pairs.cursorHz),
    edit: at % 2 === 0 ? startedAt + (at / there.length) * (1000 / pairs.editHz) : Number.POSITIVE_INFINITY,
  }));
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [at, { person }] of there.entries()) {
      const next = due[at];
      if (!next) continue;
      if (now >= next.cursor) {
        person.move(now);
        next.cursor += 1000 / pairs.cursorHz;
      }
      if (now >= next.edit) {
        person.edit(now);
        next.edit += 1000 / pairs.editHz;
      }
    }
  }, 1);
  return () => clearInterval(timer);
}
