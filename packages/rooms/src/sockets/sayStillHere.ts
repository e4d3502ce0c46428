import type { WebSocket } from 'ws';
import { presenceMessage } from '../rooms/presence.ts';

/** Standard clients hang up when no message has come for 30 s, and a ping is none to them; this one says nothing. */
const stillHere = presenceMessage([]);

/**
 * As it is: the library would deflate it by a window of its own, which takes 300 KiB a connection, and what is inflated
 * would stand in the reader's where our frames don't know of it (`ReaderWindow`).
 */
export function sayStillHere(raw: WebSocket): void {
  raw.ping();
  raw.send(stillHere, { compress: false });
}
