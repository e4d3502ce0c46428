import type { BoardAt } from './boardStore.ts';
import { type OpenRoom, openRoom, type RoomDeps } from './openRoom.ts';
import type { Room } from './Room.ts';

/** Long enough for a page that is loaded anew to find its room warm. */
const idleMs = 30_000;

type Held = { readonly open: Promise<OpenRoom | null>; visits: number; idle: NodeJS.Timeout | null };

export type Visit = { readonly room: Room; readonly leave: () => void };

/** The rooms of a process: each is opened by the first who comes and closed some time after the last has gone. */
export class RoomKeeper {
  readonly #deps: RoomDeps;
  readonly #held = new Map<string, Held>();
  readonly #closing = new Map<string, Promise<void>>();
  #isStopping = false;

  constructor(deps: RoomDeps) {
    this.#deps = deps;
  }

  get rooms(): number {
    return this.#held.size;
  }

  /** @returns the room, and what to call when done with it (twice does no harm); null: it is another node's */
  async visit(at: BoardAt): Promise<Visit | null> {
    // A room must have written all it had before the next one reads.
    for (let one = this.#closing.get(at.boardId); one; one = this.#closing.get(at.boardId)) await one;
    if (this.#isStopping) return null;
    const held = this.#held.get(at.boardId) ?? this.#open(at);
    held.visits += 1;
    if (held.idle) clearTimeout(held.idle);
    let isHere = true;
    const leave = () => {
      if (!isHere) return;
      isHere = false;
      held.visits -= 1;
      if (held.visits > 0) return;
      held.idle = setTimeout(() => void this.#close(at.boardId, held), idleMs);
      held.idle.unref();
    };
    try {
      const open = await held.open;
      if (!open) this.#forget(at.boardId, held);
      return open && { room: open.room, leave };
    } catch (error) {
      this.#forget(at.boardId, held);
      throw error;
    }
  }

  /** Everybody is sent elsewhere, everything is written, and each room given back; nobody is let in any more. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const rooms = [...this.#held];
    await Promise.all(
      rooms.map(async ([boardId, held]) => {
        (await held.open.catch(() => null))?.room.close('elsewhere');
        await this.#close(boardId, held);
      }),
    );
    await Promise.all(this.#closing.values());
  }

  /** Others may have the rooms by now: everybody is sent there, and nothing more is written here. */
  abandonAll(): void {
    for (const { open } of [...this.#held.values()])
      open.then((room) => room?.abandon()).catch(() => undefined);
  }

  #open(at: BoardAt): Held {
    const onLost = () => this.#forget(at.boardId, held);
    const onTorn = () => void this.#close(at.boardId, held);
    const { studioId, boardId } = at;
    const open = openRoom(this.#deps, { studioId, boardId, onLost, onTorn });
    const held: Held = { open, visits: 0, idle: null };
    this.#held.set(at.boardId, held);
    return held;
  }

  async #close(boardId: string, held: Held): Promise<void> {
    if (!this.#forget(boardId, held)) return;
    const closing = held.open
      .then((open) => open?.close())
      .catch((error: unknown) => this.#deps.onError(error, { boardId }))
      .finally(() => this.#closing.delete(boardId));
    this.#closing.set(boardId, closing);
    await closing;
  }

  #forget(boardId: string, held: Held): boolean {
    if (held.idle) clearTimeout(held.idle);
    return this.#held.get(boardId) === held && this.#held.delete(boardId);
  }
}
