import { performance } from 'node:perf_hooks';
import { dialectOf } from './dialects.ts';
import { Heard } from './Heard.ts';
import { keepSending } from './keepSending.ts';
import { openRooms, type RoomsWish } from './openRooms.ts';
import { mark, rest, tell } from './ownProcess.ts';
import { spreadOf } from './spread.ts';

type Pairs = RoomsWish & {
  readonly rooms: number;
  readonly cursorHz: number;
  /** Of one in each room. */
  readonly editHz: number;
  readonly seconds: number;
};

export type PairFigures = {
  readonly wallSeconds: number;
  /** Of what one of two does, to the other. */
  readonly cursorMs: Spread;
  readonly editMs: Spread;
  readonly undelivered: number;
  readonly framesPerClientPerSecond: number;
  readonly bytesPerClientPerSecond: number;
};

type Spread = ReturnType<typeof spreadOf>;

/** Rooms in which one of the two really decodes what comes; the others count frames. */
const samples = 10;
const warmUpMs = 1_500;
const settleMs = 2_000;
const pairs: Pairs = JSON.parse(process.argv[2] ?? '');
await tell(run);

/** Rooms of two who work: what people cost where they are few together. */
async function run(): Promise<PairFigures> {
  const heard = Array.from({ length: samples }, (_, n) => new Heard(dialectOf(pairs.server, `pairs-${n}`)));
  const there = await openRooms(pairs, { name: 'pairs', count: pairs.rooms, heard });
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
  for (const [n, one] of heard.entries()) one.begin(pairOf(people, n));
  mark();
  await rest(pairs.seconds * 1000);
  mark();
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const after = counted();
  stop();
  const sent = people.map(({ cursors, edits }) => ({ cursors, edits }));
  await rest(settleMs);
  for (const { client } of there) client.close();
  return {
    wallSeconds,
    cursorMs: spreadOf(heard.flatMap(({ cursorMs }) => cursorMs)),
    editMs: spreadOf(heard.flatMap(({ editMs }) => editMs)),
    undelivered: heard.reduce((sum, one, n) => sum + one.missing(pairOf(sent, n)), 0) / samples,
    framesPerClientPerSecond: (after.frames - before.frames) / there.length / wallSeconds,
    bytesPerClientPerSecond: (after.bytes - before.bytes) / there.length / wallSeconds,
  };
}

/** Of a room's two, who listens first: what they say themselves they need not hear. */
function pairOf<T>(all: readonly T[], room: number): readonly T[] {
  return all.slice(2 * room, 2 * room + 2).reverse();
}
