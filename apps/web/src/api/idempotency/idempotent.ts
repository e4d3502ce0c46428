import type { Ctx } from '@pinpaint/actions';
import type { Json } from '@pinpaint/db';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isJson } from '../edge/jsonBodies.ts';
import type { ApiEnv } from '../env.ts';
import { ApiProblem } from '../problems/ApiProblem.ts';
import { claimKey, type KeptAnswer, type KeyScope, releaseKey, settleKey } from './keys.ts';
import { requestHash } from './requestHash.ts';

/** Longer than any action takes, its time limit in the database included. */
const actionMs = 60_000;
/** A file of the largest size over a bad line. */
const uploadMs = 15 * 60_000;

const usableKey = /^[\x21-\x7e]{1,200}$/;

/**
 * Makes every POST safe to send again: the same key and request get the first one's answer.
 *
 * @param scopeOf whose keys these are; null where nobody is known, and then the route answers for itself.
 */
export function idempotent(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  scopeOf: (c: Context<ApiEnv>) => Promise<KeyScope | null> | KeyScope | null,
) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const key = c.req.header('idempotency-key') ?? '';
    if (!usableKey.test(key)) {
      const title = 'A POST needs an Idempotency-Key: up to 200 visible characters, new for each request.';
      throw new ApiProblem('request.no-idempotency-key', 400, title);
    }
    const scope = await scopeOf(c);
    if (!scope) return next();
    const place = { ...scope, key };
    const runsAtMostMs = isJson(c) ? actionMs : uploadMs;
    const claim = await claimKey(db, {
      ...place,
      requestHash: await requestHash(c),
      now: now(),
      runsAtMostMs,
    });
    if (claim.kind === 'done') return replay(claim.answer);
    if (claim.kind === 'other-request') {
      throw new ApiProblem('idempotency.other-request', 422, 'The key was used for another request.');
    }
    if (claim.kind === 'running') {
      const title = 'The first request with this key is still running; ask again in a moment.';
      throw new ApiProblem('idempotency.in-progress', 409, title);
    }
    const mine = { ...place, since: claim.since };
    await next();
    const answer = await finalAnswer(c);
    if (answer) await settleKey(db, mine, answer);
    else await releaseKey(db, mine);
  });
}

/** Faults and "not now" may come out otherwise next time; pictures are not kept, and making one changes nothing. */
async function finalAnswer(c: Context<ApiEnv>): Promise<KeptAnswer | null> {
  const { status, headers } = c.res;
  if (status >= 500 || status === 429 || status < 200) return null;
  if (status === 204) return { status, body: null, withheld: [] };
  if (!/json/.test(headers.get('content-type') ?? '')) return null;
  const withheld = status < 400 ? (c.get('shownOnce') ?? []) : [];
  const body = (await c.res.clone().json()) as Json;
  if (withheld.length === 0) return { status, body, withheld };
  const emptied = Object.fromEntries(withheld.map((field) => [field, null]));
  return { status, body: { ...(body as object), ...emptied } as Json, withheld };
}

function replay({ status, body, withheld }: KeptAnswer): Response {
  const headers = new Headers({ 'Idempotent-Replay': 'true' });
  if (withheld.length > 0) headers.set('Idempotent-Withheld', withheld.join(', '));
  if (body === null) return new Response(null, { status, headers });
  headers.set('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
  return new Response(JSON.stringify(body), { status, headers });
}
