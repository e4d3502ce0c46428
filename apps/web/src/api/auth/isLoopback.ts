import type { IncomingMessage } from 'node:http';

/**
 * Whether somebody at this very machine asks, with nothing in between. A proxy or a tunnel here would make
 * everybody look so, hence the headers they add, and the name that was asked for: a page elsewhere can have
 * a name of its own point at this machine, and its browser then asks for that name.
 */
export function isLoopback({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const isDirect = !proxyHeaders.some((name) => headers[name] !== undefined);
  return isDirect && localAddress.test(socket.remoteAddress ?? '') && localHost.test(headers.host ?? '');
}

const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const localAddress = /^(?:(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/i;
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
