import * as Y from 'yjs';
import type { CloseReason } from '../../sockets/closeCodes.ts';
import { openTestRoom, Scheduler, TestClient, type TestRoom } from './openTestRoom.ts';
import { TestProcess } from './TestProcess.ts';

type Deed = { readonly key: string; readonly isRemoval: boolean };
/** What a message of a connection carries: one change, or with a step 2 all that its client has ever done. */
type Carried = readonly Deed[];

const rounds = 250;
/** Few, so that servers die with a snapshot under way as well. */
const compactAfter = 5;
const people = ['ann', 'bob', 'eve', 'joe'] as const;
/** Who asks more of a server than is theirs. */
const greedy = 'eve';
const asksAtMost = 1_000;
const restMs = 200;
/** What only the greedy one is ever closed for. */
const forTooMuch: readonly (CloseReason | null)[] = ['tooCostly', 'tooManyMessages'];

/**
 * A board's life as the seed has it: people come, go, write, take away, send again and in another order; one of them
 * asks for everything again and again; rights go;
 * servers die with a write under way; another server takes the room while the first lives; the database fails, or
 * answers and is not heard. In the end all is well for long enough.
 *
 * @returns what is wrong then: acknowledged changes that are not in everybody's document, changes of those who had no
 * right to make any, and who paid for what somebody else has asked for
 */
export async function simulate(seed: number): Promise<readonly string[]> {
  const scheduler = new Scheduler(seed);
  const world = new World(scheduler);
  for (let n = 0; n < rounds; n += 1) {
    if (scheduler.random(3) === 0) world.happen();
    else await scheduler.step();
    world.hear();
  }
  await world.recover();
  return world.wrongs();
}

type Server = TestRoom & { readonly process: TestProcess };

class World {
  readonly #scheduler: Scheduler;
  readonly #persons: readonly Person[];
  #servers: Server[];
  #weather = 0;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
    this.#servers = [this.#open()];
    this.#persons = people.map((name) => new Person(name, scheduler));
    this.#newest.store.mood = () => {
      if (this.#weather === 0) return 'well';
      return scheduler.random(3) === 0 ? 'unheard' : 'away';
    };
  }

  #open(store?: Server['store']): Server {
    const process = new TestProcess(this.#scheduler);
    return {
      process,
      ...openTestRoom(this.#scheduler, { process, compactAfter, ...(store ? { store } : {}) }),
    };
  }

  get #newest(): Server {
    const newest = this.#servers.at(-1);
    if (!newest) throw new Error('There is always a server');
    return newest;
  }

  happen(): void {
    const person = this.#persons[this.#scheduler.random(this.#persons.length)];
    for (const { process } of this.#servers) process.rest(this.#scheduler.random(restMs));
    const deeds: readonly [weight: number, deed: () => void][] = [
      [30, () => person?.write()],
      [10, () => person?.removeSomething()],
      [8, () => person?.writeInAnotherOrder()],
      [4, () => person?.repeatSomething()],
      [14, () => person?.come(this.#anyServer())],
      [5, () => person?.go()],
      [2, () => person?.loseRights()],
      [2, () => person?.askForMuch()],
      [3, () => this.#serverDies()],
      [2, () => this.#anotherTakesIt()],
      [5, () => this.#weatherTurns()],
    ];
    const total = deeds.reduce((sum, [weight]) => sum + weight, 0);
    let at = this.#scheduler.random(total);
    for (const [weight, deed] of deeds) {
      if (at < weight) {
        deed();
        return;
      }
      at -= weight;
    }
  }

  hear(): void {
    for (const person of this.#persons) person.hear();
  }

  /** All is well again, and everybody comes back. */
  async recover(): Promise<void> {
    this.#weather = 0;
    for (const person of this.#persons) person.go();
    this.#anotherTakesIt();
    for (const person of this.#persons) person.come(this.#newest);
    await this.#scheduler.settle();
    this.hear();
  }

  wrongs(): readonly string[] {
    const { room, store, backlog } = this.#newest;
    const kept = store.load();
    const wrongs = this.#persons.flatMap((person) => person.wrongsIn(kept));
    const whole = wholeOf(kept);
    if (wholeOf(room.doc) !== whole) wrongs.push('the room is not what is kept');
    for (const person of this.#persons) {
      // Who has lost the right keeps what they had made to themselves.
      if (person.mayWrite && wholeOf(person.doc) !== whole)
        wrongs.push(`${person.name} has another document`);
      if (!person.isContent()) wrongs.push(`${person.name} was not told that all is kept: ${person.stands}`);
    }
    if (backlog.bytes !== 0) wrongs.push(`${backlog.bytes} bytes are counted as waiting`);
    if (room.doc.store.pendingStructs) wrongs.push('a gap is left in the document');
    return wrongs;
  }

  /** Often one that others have left for another already, and that does not know it yet. */
  #anyServer(): Server {
    return this.#servers[this.#scheduler.random(this.#servers.length)] ?? this.#newest;
  }

  #serverDies(): void {
    const dying = this.#anyServer();
    dying.die(this.#scheduler.random(2) === 0);
    for (const person of this.#persons) if (person.at === dying) person.go();
    this.#servers = this.#servers.filter((server) => server !== dying);
    if (this.#servers.length === 0) this.#servers = [this.#open(dying.store)];
  }

  #anotherTakesIt(): void {
    this.#servers = [...this.#servers, this.#open(this.#newest.store)].slice(-2);
  }

  #weatherTurns(): void {
    this.#weather = this.#scheduler.random(2);
  }
}

class Person {
  readonly name: string;
  readonly doc = new Y.Doc();
  mayWrite = true;
  at: Server | null = null;
  #hasPaid = false;
  readonly #scheduler: Scheduler;
  #client: TestClient | null = null;
  #deeds: Deed[] = [];
  /** Of this connection, in the order of its messages. */
  #carried: Carried[] = [];
  readonly #acknowledged = new Set<Deed>();
  readonly #forbidden = new Set<string>();
  #count = 0;
  /** What is being said; null: by whatever asks for all there is. */
  #saying: Carried | null = null;

  constructor(name: string, scheduler: Scheduler) {
    this.name = name;
    this.#scheduler = scheduler;
    this.doc.clientID = scheduler.random(2 ** 31) + 1;
  }

  come(server: Server): void {
    this.go();
    if (!server.process.shares.mayEnter({ personId: this.name })) return;
    this.at = server;
    this.#carried = [];
    const { name, doc, mayWrite } = this;
    const onSend = () => this.#carried.push(this.#saying ?? [...this.#deeds]);
    this.#client = new TestClient(this.#scheduler, server, { name, doc, mayWrite, onSend });
  }

  go(): void {
    this.hear();
    this.#client?.leave();
    this.#client = null;
    this.at = null;
  }

  write(): void {
    this.#count += 1;
    this.#do({ key: `${this.name} ${this.#count}`, isRemoval: false });
  }

  removeSomething(): void {
    const own = [...this.#map.keys()].filter((key) => key.startsWith(this.name));
    const key = own[this.#scheduler.random(own.length)];
    if (key) this.#do({ key, isRemoval: true });
  }

  /** What builds on the first is sent before it. */
  writeInAnotherOrder(): void {
    if (this.#client?.closedFor === null) this.#client.inReverse(() => [this.write(), this.write()]);
  }

  repeatSomething(): void {
    this.#saying = [];
    this.#client?.repeat(this.#scheduler.random(10));
    this.#saying = null;
  }

  /** All within one moment, as no program does. */
  askForMuch(): void {
    if (this.name !== greedy || !this.#client) return;
    for (let n = this.#scheduler.random(asksAtMost); n > 0; n -= 1) this.#client.askForAll();
  }

  loseRights(): void {
    if (!this.mayWrite || this.name === 'ann') return;
    this.mayWrite = false;
    this.#client?.shutOut();
  }

  /** What has been acknowledged by now, and whether they were sent away for too much. */
  hear(): void {
    this.#hasPaid ||= forTooMuch.includes(this.#client?.closedFor ?? null);
    for (const carried of this.#carried.slice(0, this.#client?.saved ?? 0))
      for (const deed of carried) this.#acknowledged.add(deed);
  }

  isContent(): boolean {
    if (!this.#client || !this.mayWrite) return true;
    return this.#client.closedFor === null && this.#client.saved === this.#client.sent;
  }

  get stands(): string {
    const { closedFor = 'gone', saved = 0, sent = 0 } = this.#client ?? {};
    return `${saved} of ${sent} kept, closed for ${closedFor}`;
  }

  wrongsIn(kept: Y.Doc): string[] {
    const there = kept.getMap('kept');
    const removals = new Set(this.#deeds.filter(({ isRemoval }) => isRemoval).map(({ key }) => key));
    const lost = [...this.#acknowledged].filter(({ key, isRemoval }) =>
      isRemoval ? there.has(key) : !there.has(key) && !removals.has(key),
    );
    const forged = [...this.#forbidden].filter((key) => there.has(key));
    return [
      ...lost.map(
        ({ key, isRemoval }) => `${isRemoval ? 'the removal of ' : ''}${key} was acknowledged and is lost`,
      ),
      ...(this.#hasPaid && this.name !== greedy
        ? [`${this.name} was closed for what another has asked`]
        : []),
      ...forged.map((key) => `${key} was written without the right to`),
    ];
  }

  get #map(): Y.Map<boolean> {
    return this.doc.getMap('kept');
  }

  #do(deed: Deed): void {
    this.#deeds.push(deed);
    if (!this.mayWrite && !deed.isRemoval) this.#forbidden.add(deed.key);
    this.#saying = [deed];
    if (deed.isRemoval) this.#map.delete(deed.key);
    else this.#map.set(deed.key, true);
    this.#saying = null;
  }
}

function wholeOf(doc: Y.Doc): string {
  return JSON.stringify([...doc.getMap('kept').keys()].sort());
}
