import { isDeflatedAtOnce, Packet } from './Packet.ts';

/** As far back as deflate can refer (RFC 1951). */
export const windowBytes = 32 * 1024;

/**
 * What a room has told everybody last. RFC 7692 lets a frame refer to the messages before it, which takes a
 * compressor for each reader; but what a room tells is the same for all, so one does for all who have heard it.
 */
export class SharedWindow {
  #recent: Buffer = Buffer.alloc(0);
  #at = 0;

  /** The message comes after all that came before: whoever misses it has a gap (`ReaderWindow`). */
  packet(message: Uint8Array): Packet {
    if (!isDeflatedAtOnce(message.length)) return new Packet(message);
    const packet = new Packet(message, { at: this.#at, recent: this.#recent });
    this.#at += message.length;
    this.#recent = Buffer.concat([
      lastOf(this.#recent, windowBytes - message.length),
      lastOf(message, windowBytes),
    ]);
    return packet;
  }
}

function lastOf(bytes: Uint8Array, count: number): Uint8Array {
  return bytes.subarray(Math.max(0, bytes.length - Math.max(0, count)));
}
