import type { IncomingMessage } from 'node:http';
import { newsProtocol } from './wire.ts';

/** A guest's cookie, as the API sets it. */
export const guestCookie = 'pinpaint_guest';

/**
 * Who asks: the token beside the sub-protocol, or a guest's cookie. Browsers send cookies with sockets
 * that other sites open too, so a cookie counts only from our own pages.
 */
export function tokenOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  publicOrigin: string,
): string | 'foreign' | null {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const token = protocols.find((name) => name !== newsProtocol && name !== '');
  if (token) return token;
  const cookie = cookieOf(headers.cookie ?? '');
  if (!cookie) return null;
  const { origin, host } = headers;
  const isOurs = origin === publicOrigin || (origin !== undefined && URL.parse(origin)?.host === host);
  return isOurs ? cookie : 'foreign';
}

function cookieOf(header: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === guestCookie) return pair.slice(at + 1).trim();
  }
  return null;
}
