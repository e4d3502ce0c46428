import type { IncomingMessage } from 'node:http';
import { secretOfCookies } from './secretOfCookies.ts';
import { newsProtocol } from './wire.ts';

/**
 * Who asks: the token beside the sub-protocol, or a cookie. Browsers send cookies with sockets that other
 * sites open too, so a cookie counts only from our own pages.
 */
export function tokenOf(
  { headers, url = '/' }: Pick<IncomingMessage, 'headers' | 'url'>,
  publicOrigin: string,
): string | 'foreign' | null {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const token = protocols.find((name) => name !== newsProtocol && name !== '');
  if (token) return token;
  const secret = secretOfCookies({ cookies: headers.cookie ?? '', url, publicUrl: publicOrigin });
  if (!secret) return null;
  const { origin, host } = headers;
  const isOurs = origin === publicOrigin || (origin !== undefined && URL.parse(origin)?.host === host);
  return isOurs ? secret : 'foreign';
}
