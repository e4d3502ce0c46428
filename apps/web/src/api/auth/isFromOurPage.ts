import type { Context } from 'hono';

/**
 * Whether one of our own pages has sent this. Browsers send cookies with requests that other sites make
 * too, and say who did: in Sec-Fetch-Site, older ones in Origin. Neither can be set by a page's script.
 */
export function isFromOurPage(c: Context, publicUrl: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = URL.parse(c.req.header('origin') ?? '');
  if (!origin) return false;
  return origin.origin === URL.parse(publicUrl)?.origin || origin.host === c.req.header('host');
}
