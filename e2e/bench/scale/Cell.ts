import { chooseNode } from '../../../packages/actions/src/rooms/chooseNode.ts';
import type { Random } from '../../../packages/engines/src/random.ts';
import { anySize } from './boards.ts';
import { append, costOf, held, join, look } from './costs.ts';

/** A board with people on it, some of whom move their cursors, and some of those write. */
export type Room = {
  readonly id: string;
  readonly people: number;
  node: Node;
  moving: number;
  isWritten: boolean;
};

/** One core that serves rooms. `said`: the load that others know of, from its last beat. */
export type Node = {
  readonly id: string;
  readonly rooms: Set<Room>;
  said: number;
  cores: number;
  isDead: boolean;
};

/** What a whole cell takes at one moment. */
export type Moment = {
  readonly appendsPerSecond: number;
  readonly looksPerSecond: number;
  readonly databaseCores: number;
  readonly bytesPerSecond: number;
  /** Of the fullest node. */
  readonly heldBytes: number;
};

/** People move their cursors for a while and then look, read and talk; on one board in ten somebody writes. */
const [movingShare, writtenShare] = [0.35, 0.1] as const;

/** One database and the nodes that share its boards. */
export class Cell {
  readonly nodes: readonly Node[];
  readonly rooms = new Set<Room>();
  readonly #random: Random;
  #people = 0;
  #opened = 0;

  constructor(nodes: number, random: Random) {
    this.#random = random;
    this.nodes = Array.from({ length: nodes }, (_, at) => ({
      id: `node-${at}`,
      rooms: new Set<Room>(),
      said: 0,
      cores: 0,
      isDead: false,
    }));
  }

  get people(): number {
    return this.#people;
  }

  /** @returns how many have come */
  open(): number {
    const people = anySize(this.#random);
    this.#opened += 1;
    const id = `board-${this.#opened}`;
    const room: Room = { id, people, node: this.#choose(id), moving: 0, isWritten: false };
    room.node.rooms.add(room);
    this.rooms.add(room);
    this.#people += people;
    this.act(room);
    return people;
  }

  close(room: Room): void {
    this.rooms.delete(room);
    room.node.rooms.delete(room);
    this.#people -= room.people;
  }

  /** Changes what the people of a room do. */
  act(room: Room): void {
    room.moving = Array.from({ length: room.people }, this.#random).filter((at) => at < movingShare).length;
    room.isWritten = this.#random() < writtenShare;
  }

  /** @returns the rooms of the fullest node, which is gone */
  kill(): readonly Room[] {
    const fullest = this.#living().reduce((most, node) => (node.cores > most.cores ? node : most));
    fullest.isDead = true;
    fullest.cores = 0;
    return [...fullest.rooms];
  }

  move(room: Room): void {
    room.node.rooms.delete(room);
    room.node = this.#choose(room.id);
    room.node.rooms.add(room);
  }

  /** Each node says what it bears now; whoever comes next is sent by that. */
  beat(): void {
    for (const node of this.#living()) {
      node.cores = sum([...node.rooms], ({ people, moving }) => moving * costOf(people).cores);
      node.said = Math.min(1, node.cores);
    }
  }

  moment(joinsPerSecond: number): Moment {
    const rooms = [...this.rooms];
    const appendsPerSecond = rooms.filter(({ isWritten }) => isWritten).length / append.everySeconds;
    const looksPerSecond = this.#living().length / look.everySeconds;
    return {
      appendsPerSecond,
      looksPerSecond,
      databaseCores:
        appendsPerSecond * append.databaseCores +
        looksPerSecond * look.databaseCores +
        joinsPerSecond * join.databaseCores,
      bytesPerSecond: sum(rooms, ({ people, moving }) => moving * costOf(people).bytesPerSecond),
      heldBytes: Math.max(
        ...this.#living().map(({ rooms: own }) =>
          sum([...own], ({ people }) => held.room + people * held.person),
        ),
      ),
    };
  }

  #living(): readonly Node[] {
    return this.nodes.filter(({ isDead }) => !isDead);
  }

  #choose(boardId: string): Node {
    const living = this.#living();
    const known = living.map(({ id, said }) => ({
      id,
      url: null,
      load: said,
      isDraining: false,
      isOwner: false,
    }));
    const chosen = chooseNode(known, boardId);
    const node = living.find(({ id }) => id === chosen?.id);
    if (!node) throw new RangeError('A cell has a node that lives');
    return node;
  }
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
