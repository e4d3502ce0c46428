import { type Log, traced } from '@pinpaint/config';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ApiEnv } from '../env.ts';

export type Answered = { readonly route: string; readonly status: number; readonly seconds: number };

export type RequestWatch = {
  readonly log: Log;
  /** Left out where nobody counts. */
  readonly answered?: (answer: Answered) => void;
};

/** Each request as a span, a line for whoever looks closely, and a number. */
export function watchRequests({ log, answered }: RequestWatch): MiddlewareHandler<ApiEnv> {
  return (c, next) => {
    const since = performance.now();
    const { method } = c.req;
    const requestId = c.get('requestId');
    // A gateway before us, or a worker, may have begun the trace.
    const facts = { kind: 'server', from: c.req.header('traceparent') ?? null } as const;
    return traced(method, facts, async (span) => {
      await next();
      // Middleware answers to all methods; what is left is the route, if there is one.
      const route =
        `${method} ${matchedRoutes(c).findLast((one) => one.method !== 'ALL')?.path ?? ''}`.trim();
      const { status } = c.res;
      const seconds = (performance.now() - since) / 1000;
      span.updateName(route);
      span.setAttributes({
        'http.request.method': method,
        'http.response.status_code': status,
        'pinpaint.request': requestId,
      });
      log.debug({ requestId, route, status, ms: Math.round(seconds * 1000) }, 'request');
      answered?.({ route, status, seconds });
    });
  };
}
