import type { Context } from 'hono';

/** The token of an Authorization header; null without one, or with one of another scheme. */
export function bearerOf(c: Context): string | null {
  return /^Bearer +(\S+)\s*$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}
