import type { CloseReason } from '../sockets/closeCodes.ts';
import { openAtMost } from '../sockets/countOpen.ts';
import { OpenCount } from '../sockets/OpenCount.ts';
import { roomLimits } from './limits.ts';

type Guest = { readonly readerId: string; readonly studioId: string; readonly boardId: string };
type Limits = Pick<typeof roomLimits, 'studioSockets' | 'studioRooms'>;

/** How many connections each person and studio has to a process, and how many boards a studio has open in it. */
export class Seats {
  readonly #screens = new OpenCount(openAtMost);
  readonly #boards = new OpenCount(Number.POSITIVE_INFINITY);
  readonly #studioSockets: OpenCount;
  readonly #studioBoards: OpenCount;

  constructor({ studioSockets, studioRooms }: { readonly [Limit in keyof Limits]: number } = roomLimits) {
    this.#studioSockets = new OpenCount(studioSockets);
    this.#studioBoards = new OpenCount(studioRooms);
  }

  /** @returns what there would be too many of; null: it is taken, until `leave` is called, once */
  take({ readerId, studioId, boardId }: Guest): CloseReason | null {
    if (!this.#screens.enter(readerId)) return 'tooManySockets';
    if (this.#studioSockets.enter(studioId)) {
      if (this.#enterBoard(studioId, boardId)) return null;
      this.#studioSockets.leave(studioId);
    }
    this.#screens.leave(readerId);
    return 'studioFull';
  }

  leave({ readerId, studioId, boardId }: Guest): void {
    this.#screens.leave(readerId);
    this.#studioSockets.leave(studioId);
    this.#boards.leave(boardId);
    if (this.#boards.of(boardId) === 0) this.#studioBoards.leave(studioId);
  }

  /** A board counts once, however many have it open. */
  #enterBoard(studioId: string, boardId: string): boolean {
    if (this.#boards.of(boardId) === 0 && !this.#studioBoards.enter(studioId)) return false;
    return this.#boards.enter(boardId);
  }
}
