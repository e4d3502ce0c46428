import type { IncomingMessage } from 'node:http';
import { offeredToken } from '../sockets/offeredToken.ts';
import { secretOfCookies } from './secretOfCookies.ts';
import { newsProtocol } from './wire.ts';

/**
 * Who asks: the token beside the sub-protocol, or a cookie. Browsers send cookies with sockets that other
 * sites open too, so a cookie counts only from our own pages.
 */
export function tokenOf(
  request: Pick<IncomingMessage, 'headers' | 'url'>,
  publicOrigin: string,
): string | 'foreign' | null {
  const token = offeredToken(request, newsProtocol);
  if (token) return token;
  const { headers, url = '/' } = request;
  const secret = secretOfCookies({ cookies: headers.cookie ?? '', url, publicUrl: publicOrigin });
  if (!secret) return null;
  const { origin, host } = headers;
  const isOurs = origin === publicOrigin || (origin !== undefined && URL.parse(origin)?.host === host);
  return isOurs ? secret : 'foreign';
}
