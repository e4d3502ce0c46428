import { performance } from 'node:perf_hooks';
import { dialectOf } from './dialects.ts';
import { Heard } from './Heard.ts';
import { keepSending } from './keepSending.ts';
import { mark, rest, tell } from './ownProcess.ts';
import { Person } from './Person.ts';
import type { ServerName } from './servers.ts';
import { spreadOf } from './spread.ts';
import { WireClient } from './WireClient.ts';

/** What people do in a room, said to a process of its own. */
type Load = {
  readonly server: ServerName;
  readonly url: string;
  readonly clients: number;
  /** Cursors of everybody. */
  readonly cursorHz: number;
  readonly writers: number;
  /** Of each writer. */
  readonly editHz: number;
  readonly seconds: number;
};

export type LoadFigures = {
  readonly wallSeconds: number;
  readonly cursorMs: Spread;
  /** How old what is known of a cursor is when something newer comes. */
  readonly ageMs: Spread;
  readonly editMs: Spread;
  /** Of what was sent, the share that nothing as new has been heard of two seconds after the end. */
  readonly undelivered: number;
  readonly framesPerClientPerSecond: number;
  readonly bytesPerClientPerSecond: number;
};

type Spread = ReturnType<typeof spreadOf>;

/** Who really decodes what comes; the others count frames. */
const samples = 3;
/** Until the code of each server is compiled as it stays. */
const warmUpMs = 4_000;
const settleMs = 2_000;

const load: Load = JSON.parse(process.argv[2] ?? '');
const dialect = dialectOf(load.server);
await tell(run);

async function run(): Promise<LoadFigures> {
  const heard = new Heard(dialect);
  const listeners = Array.from({ length: samples }, () => heard.listener());
  const clients = Array.from(
    { length: load.clients },
    (_, at) => new WireClient(load.url, listeners[at] ?? null),
  );
  await Promise.all(clients.map((client) => client.opened()));
  for (const client of clients) for (const message of dialect.hello) client.send(message);
  await rest(500);
  const people = clients.map((client, at) => new Person(client, at, dialect));
  const { cursorHz, editHz } = load;
  const writers = people.slice(0, load.writers);
  const stop = keepSending({ people, cursorHz, writers, editHz });
  await rest(warmUpMs);
  const before = clients.map(({ frames, bytes }) => ({ frames, bytes }));
  const startedAt = performance.now();
  heard.begin(people);
  mark();
  await rest(load.seconds * 1000);
  mark();
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const after = clients.map(({ frames, bytes }) => ({ frames, bytes }));
  stop();
  const sent = people.map(({ cursors, edits }) => ({ cursors, edits }));
  await rest(settleMs);
  const undelivered = heard.missing(sent);
  for (const client of clients) client.close();
  const perClient = (of: (one: { frames: number; bytes: number }) => number) =>
    (sum(after.map(of)) - sum(before.map(of))) / clients.length / wallSeconds;
  return {
    wallSeconds,
    cursorMs: spreadOf(heard.cursorMs),
    ageMs: spreadOf(heard.ageMs),
    editMs: spreadOf(heard.editMs),
    undelivered,
    framesPerClientPerSecond: perClient(({ frames }) => frames),
    bytesPerClientPerSecond: perClient(({ bytes }) => bytes),
  };
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}
