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

/** Frames go to the socket itself, for the library would make each anew for everybody. */
export function lineOf({ raw, stream, request }: Wire, close: Line['close']): Line {
  const frameOf = framesFor(raw, request);
  return {
    send(packet) {
      if (raw.readyState !== raw.OPEN) return 0;
      const frame = frameOf(packet);
      stream.write(frame);
      return frame.length;
    },
    get bufferedBytes() {
      return stream.writableLength;
    },
    close,
  };
}

/** By what was offered, in whatever offer was taken: a smaller window, and no context between frames, are let be. */
function framesFor(raw: WebSocket, { headers }: IncomingMessage): (packet: Packet) => Buffer {
  const offered = headers['sec-websocket-extensions'] ?? '';
  if (!raw.extensions.includes('permessage-deflate') || offered.includes('server_max_window_bits'))
    return (packet) => packet.plain;
  if (offered.includes('server_no_context_takeover')) return (packet) => packet.deflated;
  const window = new ReaderWindow();
  return (packet) => window.frameOf(packet);
}
