import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../env.ts';

/** What a proxy in front may have named the request; anything else is not worth the space in a log. */
const usable = /^[A-Za-z0-9_-]{8,64}$/;

/** Names each request, in its answer and in the log, so that the two can be found together. */
export const requestIds = createMiddleware<ApiEnv>(async (c, next) => {
  const said = c.req.header('x-request-id') ?? '';
  const requestId = usable.test(said) ? said : randomUUID();
  c.set('requestId', requestId);
  await next();
  c.header('X-Request-Id', requestId);
});
