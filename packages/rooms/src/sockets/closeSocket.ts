import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { type CloseReason, closeCodes } from './closeCodes.ts';

/** Why a socket has ended; `left`: its client went by itself, or its line broke. */
export type EndReason = CloseReason | 'left';

/** How long a closed socket may take to hang up. */
const hangUpMs = 2_000;
const closedFor = new WeakMap<WebSocket, CloseReason>();

/** Says why, and hangs up. */
export function closeSocket(raw: WebSocket, stream: Duplex, reason: CloseReason): void {
  const [code, says] = closeCodes[reason];
  if (raw.readyState === raw.OPEN) closedFor.set(raw, reason);
  raw.close(code, says);
  hangUp(raw, stream);
}

/**
 * What the other side still sends is thrown away unread: it must cost nothing to be refused, and a goodbye is not
 * waited for.
 */
export function hangUp(raw: WebSocket, stream: Duplex): void {
  stream.removeAllListeners('data');
  stream.resume();
  stream.end();
  setTimeout(() => raw.terminate(), hangUpMs).unref();
}

/**
 * Why and by which code a socket has ended: ours, whatever its client has answered or left unanswered.
 *
 * @param code what the library says
 */
export function endOf(raw: WebSocket, code: number): { readonly reason: EndReason; readonly code: number } {
  const reason = closedFor.get(raw);
  return reason ? { reason, code: closeCodes[reason][0] } : { reason: 'left', code };
}
