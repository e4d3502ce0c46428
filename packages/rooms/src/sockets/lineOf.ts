import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Line } from '../rooms/RoomMember.ts';
import type { Packet } from './Packet.ts';
import { ReaderWindow } from './ReaderWindow.ts';

/**
 * For the websocket server whose sockets these are: what we send may refer to what we have sent (`SharedWindow`), what
 * comes needs no memory for each sender, and the library itself deflates nothing.
 */
export const lineDeflate = { clientNoContextTakeover: true, threshold: Number.POSITIVE_INFINITY };

type Wire = { readonly raw: WebSocket; readonly stream: Duplex; readonly request: IncomingMessage };

export function lineOf({ raw, stream, request }: Wire, close: Line['close']): Line {
  return new SocketLine({ raw, stream, reads: whatReads(raw, request) }, close);
}

/** A reader's window, or the frames of a packet that it takes. */
type Reads = ReaderWindow | 'plain' | 'deflated';
type Parts = Omit<Wire, 'request'> & { readonly reads: Reads };

/** Frames go to the socket itself, for the library would make each anew for everybody. */
class SocketLine implements Line {
  readonly #raw: WebSocket;
  readonly #stream: Duplex;
  readonly #reads: Reads;
  readonly close: Line['close'];

  constructor({ raw, stream, reads }: Parts, close: Line['close']) {
    this.#raw = raw;
    this.#stream = stream;
    this.#reads = reads;
    this.close = close;
  }

  get bufferedBytes(): number {
    return this.#stream.writableLength;
  }

  send(packet: Packet): number {
    if (this.#raw.readyState !== this.#raw.OPEN) return 0;
    const reads = this.#reads;
    const frame = typeof reads === 'string' ? packet[reads] : reads.frameOf(packet);
    this.#stream.write(frame);
    return frame.length;
  }
}

/** By what was offered, in whatever offer was taken: a smaller window, and no context between frames, are let be. */
function whatReads(raw: WebSocket, { headers }: IncomingMessage): Reads {
  const offered = headers['sec-websocket-extensions'] ?? '';
  if (!raw.extensions.includes('permessage-deflate') || offered.includes('server_max_window_bits'))
    return 'plain';
  return offered.includes('server_no_context_takeover') ? 'deflated' : new ReaderWindow();
}
