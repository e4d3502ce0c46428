import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { constants, inflateRawSync } from 'node:zlib';

const binary = 0x82;
const deflated = 0x40;
/** As far back as deflate refers. */
const windowBytes = 32 * 1024;

/**
 * A websocket client that may count frames without looking into them, so that hundreds fit beside a server on one
 * machine. It asks for what browsers ask for: permessage-deflate, with context between frames.
 */
export class WireClient {
  readonly #socket: Socket;
  readonly #onMessage: ((message: Uint8Array) => void) | null;
  #waiting: Buffer = Buffer.alloc(0);
  /** What has been inflated last, which the next may refer to. */
  #recent: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #opened = Promise.withResolvers<void>();
  frames = 0;
  bytes = 0;
  closedWith: number | null = null;

  /** @param onMessage null: frames are counted only */
  constructor(url: string, onMessage: ((message: Uint8Array) => void) | null) {
    const { hostname, port, pathname } = new URL(url);
    this.#onMessage = onMessage;
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true);
    this.#socket.on('data', (data) => this.#take(data));
    this.#socket.on('error', (error) => this.#opened.reject(error));
    this.#socket.on('close', () => this.#opened.reject(new Error(`${url} closed`)));
    this.#socket.write(
      [
        `GET ${pathname} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits',
        '\r\n',
      ].join('\r\n'),
    );
  }

  opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** The mask is nought: it is there for proxies, and there are none. */
  send(message: Uint8Array): void {
    const { length } = message;
    const headBytes = length < 126 ? 6 : length < 65_536 ? 8 : 14;
    const frame = Buffer.alloc(headBytes + length);
    frame[0] = binary;
    frame[1] = 0x80 | (headBytes === 6 ? length : headBytes === 8 ? 126 : 127);
    if (headBytes === 8) frame.writeUInt16BE(length, 2);
    if (headBytes === 14) frame.writeBigUInt64BE(BigInt(length), 2);
    frame.set(message, headBytes);
    this.#socket.write(frame);
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    this.bytes += data.length;
    this.#waiting = this.#waiting.length > 0 ? Buffer.concat([this.#waiting, data]) : data;
    if (!this.#isOpen && !this.#readHead()) return;
    for (let frame = frameIn(this.#waiting); frame; frame = frameIn(this.#waiting)) {
      this.#waiting = this.#waiting.subarray(frame.end);
      this.#hear(frame);
    }
  }

  #readHead(): boolean {
    const end = this.#waiting.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = this.#waiting.subarray(0, end).toString('latin1');
    this.#waiting = this.#waiting.subarray(end + 4);
    this.#isOpen = head.startsWith('HTTP/1.1 101');
    if (this.#isOpen) this.#opened.resolve();
    else this.#opened.reject(new Error(head));
    return this.#isOpen;
  }

  #hear({ head, payload }: WireFrame): void {
    const kind = head & 0x0f;
    if (kind === 9) this.#pong(payload);
    if (kind === 8) this.closedWith = payload.length > 1 ? payload.readUInt16BE(0) : 1005;
    if (kind !== 2) return;
    this.frames += 1;
    this.#onMessage?.(head & deflated ? this.#inflate(payload) : payload);
  }

  #inflate(payload: Buffer): Uint8Array {
    const flushed = Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]);
    const message = inflateRawSync(flushed, {
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(this.#recent.length > 0 ? { dictionary: this.#recent } : {}),
    });
    this.#recent = Buffer.concat([this.#recent, message]).subarray(-windowBytes);
    return message;
  }

  #pong(payload: Buffer): void {
    this.#socket.write(Buffer.concat([Buffer.from([0x8a, 0x80 | payload.length, 0, 0, 0, 0]), payload]));
  }
}

type WireFrame = { readonly head: number; readonly payload: Buffer; readonly end: number };

function frameIn(data: Buffer): WireFrame | null {
  if (data.length < 2) return null;
  const [head = 0, short = 0] = data;
  const from = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < from) return null;
  const length = from === 2 ? short : from === 4 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  const end = from + length;
  return data.length < end ? null : { head, payload: data.subarray(from, end), end };
}
