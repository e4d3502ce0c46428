import { createMiddleware } from 'hono/factory';

/** What nobody has allowed a browser to do with our answers, it may not do. A route that knows better has said so already. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Rights change: what was allowed a minute ago is no answer now.
  'Cache-Control': 'private, no-store',
} as const;

export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(always)) {
    if (!c.res.headers.has(name)) c.header(name, value);
  }
});
