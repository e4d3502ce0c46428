import { type AdmitCtx, admitWorker } from '@pinpaint/actions';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { bearerOf } from './bearerOf.ts';

/** The workers' own door. A worker is no actor: behind it there is work, and nothing to read or decide. */
export function authenticateWorker(ctx: AdmitCtx) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const secret = bearerOf(c);
    if (!secret) throw ApiProblem.of({ code: 'auth.missing' });
    c.set('worker', unwrap(await admitWorker(ctx, secret)));
    await next();
  });
}
