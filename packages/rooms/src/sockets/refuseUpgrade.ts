import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers and hangs up, whatever the other side does: after an upgrade Node looks after a socket no more. */
export function refuseUpgrade(socket: Duplex, status: 404 | 429): void {
  // One that is reset meanwhile would end the process.
  socket.on('error', () => undefined);
  socket.once('finish', () => socket.destroy());
  const again = status === 429 ? 'Retry-After: 2\r\n' : '';
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${again}Connection: close\r\n\r\n`);
}
