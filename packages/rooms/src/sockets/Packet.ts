import { constants, deflateRaw, deflateRawSync } from 'node:zlib';

/** Below, a deflated frame saves less than it costs its readers. */
const worthBytes = 256;
/** Above, deflating takes milliseconds, so it is done beside the event loop. */
const longBytes = 512 * 1024;
/** What a flushed deflate stream ends in, and RFC 7692 leaves out. */
const tailBytes = 4;
/** Cursors take a tenth less at 6 than at 1, in the same time; of a whole document it is time that counts. */
const flush = { level: 6, finishFlush: constants.Z_SYNC_FLUSH };
const flushLong = { ...flush, level: 1 };

/** Where a message lies in all that a room has told everybody deflated, in bytes before deflating. */
export type Place = {
  readonly at: number;
  /** What came just before, as far back as a frame may refer. */
  readonly recent: Buffer;
};

/** A message on its way to many: each of its frames is made once, whoever it goes to. */
export class Packet {
  readonly message: Uint8Array;
  /** null: it is not told to everybody, or not deflated. */
  readonly place: Place | null;
  #plain: Buffer | null = null;
  #deflated: Buffer | 'under way' | null = null;
  #continued: Buffer | null = null;

  constructor(message: Uint8Array, place: Place | null = null) {
    this.message = message;
    this.place = place;
  }

  get plain(): Buffer {
    this.#plain ??= frameOf(this.message, 0);
    return this.#plain;
  }

  /**
   * By RFC 7692, for any reader that takes permessage-deflate, whatever it has heard before.
   *
   * @returns the plain frame where deflating is not worth it, or is still under way
   */
  get deflated(): Buffer {
    if (this.message.length < worthBytes) return this.plain;
    if (this.#deflated === null && this.message.length >= longBytes) this.#deflateBeside();
    this.#deflated ??= deflatedFrame(deflateRawSync(this.message, flush));
    return this.#deflated === 'under way' ? this.plain : this.#deflated;
  }

  /** For readers that have heard all of what came just before its place: a third less of cursors. */
  get continued(): Buffer {
    if (!this.place || this.place.recent.length === 0) return this.deflated;
    this.#continued ??= deflatedFrame(
      deflateRawSync(this.message, { ...flush, dictionary: this.place.recent }),
    );
    return this.#continued;
  }

  #deflateBeside(): void {
    this.#deflated = 'under way';
    deflateRaw(this.message, flushLong, (error, deflated) => {
      if (!error) this.#deflated = deflatedFrame(deflated);
    });
  }
}

/** Whether a message of so many bytes goes deflated to all who take it so, and at once. */
export function isDeflatedAtOnce(bytes: number): boolean {
  return bytes >= worthBytes && bytes < longBytes;
}

function deflatedFrame(deflated: Buffer): Buffer {
  return frameOf(deflated.subarray(0, -tailBytes), 0x40);
}

/** A server's whole binary message as one frame, by RFC 6455. */
function frameOf(payload: Uint8Array, reserved: number): Buffer {
  const { length } = payload;
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + length);
  frame[0] = 0x82 | reserved;
  frame[1] = headBytes === 2 ? length : headBytes === 4 ? 126 : 127;
  if (headBytes === 4) frame.writeUInt16BE(length, 2);
  if (headBytes === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(payload, headBytes);
  return frame;
}
