import type { Context } from 'hono';

/** No secret of ours is as long; whatever is longer, the route refuses by itself. */
const longestToken = 200;

/** The link's secret that somebody wants to enter by, before anything was looked at; null when there is none. */
export async function linkTokenOf(c: Context): Promise<string | null> {
  const said: unknown = await c.req.json().catch(() => null);
  const token = typeof said === 'object' && said !== null && 'token' in said ? said.token : null;
  return typeof token === 'string' && token.length <= longestToken ? token : null;
}
