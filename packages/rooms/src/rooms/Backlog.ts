import { roomLimits } from './limits.ts';

/** What the rooms of a server hold that is not kept yet, all together. */
export class Backlog {
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  hasRoomFor(bytes: number): boolean {
    return this.#bytes + bytes <= roomLimits.processUnkeptBytes;
  }

  take(bytes: number): void {
    this.#bytes += bytes;
  }

  give(bytes: number): void {
    this.#bytes -= bytes;
  }
}
