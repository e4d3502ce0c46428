import { isDeflatedAtOnce, Packet } from './Packet.ts';

/** As far back as deflate can refer (RFC 1951). */
export const windowBytes = 32 * 1024;
const slabBytes = 3 * windowBytes;

/**
 * What a room has told everybody last. RFC 7692 lets a frame refer to the messages before it, which takes a
 * compressor for each reader; but what a room tells is the same for all, so one does for all who have heard it.
 */
export class SharedWindow {
  /** What has been told, one after the other; never written over, since packets on their way look into it. */
  #slab: Buffer = Buffer.alloc(0);
  #end = 0;
  #at = 0;

  /** The message comes after all that came before: whoever misses it has a gap (`ReaderWindow`). */
  packet(message: Uint8Array): Packet {
    if (!isDeflatedAtOnce(message.length)) return new Packet(message);
    const recent = this.#recent();
    const packet = new Packet(message, { at: this.#at, recent });
    this.#at += message.length;
    this.#keep(message.subarray(-windowBytes));
    return packet;
  }

  #recent(): Buffer {
    return this.#slab.subarray(Math.max(0, this.#end - windowBytes), this.#end);
  }

  #keep(last: Uint8Array): void {
    if (this.#end + last.length > this.#slab.length) {
      const recent = this.#recent();
      // Little is told in most rooms.
      this.#slab = Buffer.allocUnsafeSlow(Math.min(slabBytes, 2 * (recent.length + last.length)));
      this.#slab.set(recent);
      this.#end = recent.length;
    }
    this.#slab.set(last, this.#end);
    this.#end += last.length;
  }
}
