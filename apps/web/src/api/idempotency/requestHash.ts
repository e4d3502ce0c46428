import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { isJson } from '../edge/jsonBodies.ts';

/**
 * What makes two requests the same one: method, path with query, and body. A file is not held up to be
 * hashed: its announced length, type and digest stand for it.
 */
export async function requestHash(c: Context): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const body = isJson(c)
    ? await c.req.text()
    : ['content-type', 'content-length', 'content-digest'].map((name) => c.req.header(name) ?? '').join('\n');
  return createHash('sha256')
    .update(JSON.stringify([c.req.method, pathname, search, body]))
    .digest('hex');
}
