import type { Ctx } from '@pinpaint/actions';
import { createMiddleware } from 'hono/factory';
import type { ApiDeps } from '../deps.ts';
import { addressOf } from '../edge/addressOf.ts';
import { limitTries } from '../edge/limitTries.ts';
import type { ApiEnv } from '../env.ts';
import { ApiProblem } from '../problems/ApiProblem.ts';
import { linkTokenOf } from './linkTokenOf.ts';

/** An office that opens the same mail in the same minute. */
const perLink = { tries: 30, perMs: 60_000 };
/** Several such offices behind one address. */
const perAddress = { tries: 60, perMs: 60_000 };

/** Everybody may try to enter, and each who does is a row: so not as often as they like. */
export function limitEntering(
  { now }: Pick<Ctx, 'now'>,
  { trustedProxies }: Pick<ApiDeps, 'trustedProxies'>,
) {
  const waitForAddress = limitTries(perAddress);
  const waitForLink = limitTries(perLink);
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const at = now().getTime();
    const token = await linkTokenOf(c);
    const waitMs =
      waitForAddress(addressOf(c, trustedProxies), at) || (token === null ? 0 : waitForLink(token, at));
    if (waitMs > 0) {
      const facts = { retryAfterSeconds: Math.ceil(waitMs / 1000) };
      throw new ApiProblem('review.too-many-tries', 429, 'Too many tries to enter; wait a little.', facts);
    }
    await next();
  });
}
