import { performance } from 'node:perf_hooks';
import { keepSending } from './keepSending.ts';
import { openRooms, type RoomsWish } from './openRooms.ts';
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
  const people = there.map(({ person }) => person);
  const writers = people.filter((_, at) => at % 2 === 0);
  const stop = keepSending({ people, cursorHz: pairs.cursorHz, writers, editHz: pairs.editHz });
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
