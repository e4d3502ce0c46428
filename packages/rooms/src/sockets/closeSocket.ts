import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { type CloseReason, closeCodes } from './closeCodes.ts';

/** Why a socket has ended; `left`: its client went by itself, or its line broke. */
export type EndReason = CloseReason | 'left';

/** How long a closed socket may take to hang up. */
const hangUpMs = 2_000;
const closedFor = new WeakMap<WebSocket, CloseReason>();

/**
 * Says why and hangs up. What the other side still sends is thrown away unread: it must cost nothing to be refused,
 * and a goodbye is not waited for.
 */
export function closeSocket(raw: WebSocket, stream: Duplex, reason: CloseReason): void {
  const [code, says] = closeCodes[reason];
  if (raw.readyState === raw.OPEN) closedFor.set(raw, reason);
  raw.close(code, says);
  stream.removeAllListeners('data');
  stream.resume();
  stream.end();
  setTimeout(() => raw.terminate(), hangUpMs).unref();
}

/** Ours, whatever its client has answered or left unanswered. */
export function endReasonOf(raw: WebSocket): EndReason {
  return closedFor.get(raw) ?? 'left';
}
