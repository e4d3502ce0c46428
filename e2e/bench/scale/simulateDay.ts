import { createRandom, type Random } from '../../../packages/engines/src/random.ts';
import { beatMs, leaseMs } from '../../../packages/rooms/src/nodes/nodeTimes.ts';
import { Cell, type Moment, type Room } from './Cell.ts';

export type DayWish = {
  readonly people: number;
  readonly nodes: number;
  readonly minutes: number;
  readonly seed: number;
};

export type Day = {
  /** When all are there. */
  readonly rooms: number;
  /** Of a node's core, over all nodes and beats once all are there. */
  readonly load: { readonly p50: number; readonly p95: number; readonly most: number };
  /** The share of nodes and beats at which more is asked than there is, and cursors are told more rarely. */
  readonly overloaded: number;
  /** Of the fullest node, that dies after two thirds of the time: its rooms, until when the last is open elsewhere. */
  readonly died: { readonly rooms: number; readonly backAfterSeconds: number };
  /** The most at any moment. */
  readonly most: Moment & { readonly joinsPerSecond: number };
};

/** All come within so long, as on a Monday at nine. */
const rushSeconds = 600;
/** A board stays open so long, and its people do the same so long, on the average. */
const [staySeconds, doSeconds] = [2_400, 30] as const;
/** Clients whose node is gone come back spread over so long. */
const comeBackSeconds = 5;
const beatSeconds = beatMs / 1000;

/** A working day's beginning in one cell, beat by beat. */
export function simulateDay({ people, nodes, minutes, seed }: DayWish): Day {
  const random = createRandom(seed);
  const cell = new Cell(nodes, random);
  const end = minutes * 60;
  const loads: number[] = [];
  const moments: Day['most'][] = [];
  const death = new Death(cell, (end * 2) / 3);
  for (let at = 0; at < end; at += beatSeconds) {
    pass(cell, random);
    const wanted = people * Math.min(1, at / rushSeconds);
    let joins = death.at(at);
    while (cell.people < wanted) joins += cell.open();
    cell.beat();
    const joinsPerSecond = joins / beatSeconds;
    moments.push({ ...cell.moment(joinsPerSecond), joinsPerSecond });
    if (at > rushSeconds) for (const node of cell.nodes) if (!node.isDead) loads.push(node.cores);
  }
  loads.sort((a, b) => a - b);
  const of = (share: number) => loads[Math.max(0, Math.ceil(share * loads.length) - 1)] ?? 0;
  return {
    rooms: cell.rooms.size,
    load: { p50: of(0.5), p95: of(0.95), most: of(1) },
    overloaded: loads.filter((load) => load > 1).length / loads.length,
    died: death.said,
    most: {
      appendsPerSecond: most(moments, (one) => one.appendsPerSecond),
      looksPerSecond: most(moments, (one) => one.looksPerSecond),
      databaseCores: most(moments, (one) => one.databaseCores),
      bytesPerSecond: most(moments, (one) => one.bytesPerSecond),
      heldBytes: most(moments, (one) => one.heldBytes),
      joinsPerSecond: most(moments, (one) => one.joinsPerSecond),
    },
  };
}

/** One beat's worth of closing boards and of people who do something else. */
function pass(cell: Cell, random: Random): void {
  for (const room of [...cell.rooms]) {
    if (random() < beatSeconds / staySeconds) cell.close(room);
    else if (random() < beatSeconds / doSeconds) cell.act(room);
  }
}

/** Of one node, and how its people come back. */
class Death {
  readonly #cell: Cell;
  readonly #second: number;
  #rooms = 0;
  #left: readonly Room[] = [];
  #backAfter = 0;

  constructor(cell: Cell, second: number) {
    this.#cell = cell;
    this.#second = second;
  }

  get said(): Day['died'] {
    return { rooms: this.#rooms, backAfterSeconds: this.#backAfter };
  }

  /** @returns how many come back at this beat: nobody before the lease has run out */
  at(second: number): number {
    if (second >= this.#second && this.#rooms === 0) {
      this.#left = this.#cell.kill();
      this.#rooms = this.#left.length;
    }
    const since = second - this.#second;
    if (this.#left.length === 0 || since < leaseMs / 1000) return 0;
    const now = this.#left.slice(0, Math.ceil((this.#rooms * beatSeconds) / comeBackSeconds));
    this.#left = this.#left.slice(now.length);
    this.#backAfter = since + beatSeconds;
    const there = now.filter((room) => this.#cell.rooms.has(room));
    for (const room of there) this.#cell.move(room);
    return there.reduce((sum, { people }) => sum + people, 0);
  }
}

function most<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((highest, one) => Math.max(highest, of(one)), 0);
}
