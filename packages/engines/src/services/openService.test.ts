import type { RequestListener } from 'node:http';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { EngineError } from '../engine.ts';
import { openService, type ServiceLimits } from './openService.ts';
import { aClock } from './testing/aClock.ts';
import { serve } from './testing/serve.ts';

const key = 'k-3c1f+very/secret';
let calls = 0;
let listener: RequestListener = (_, response) => response.end('{}');
const served = await serve((request, response) => {
  calls += 1;
  listener(request, response);
});
afterAll(() => served.stop());
beforeEach(() => {
  calls = 0;
});

const limits: ServiceLimits = { timeoutMs: 20_000, maxBytes: 1_000_000, perMinute: 100, firstWaitMs: 500 };

function aService(wish: Partial<ServiceLimits> = {}) {
  const clock = aClock();
  const service = openService({ name: 'Test', key, limits: { ...limits, ...wish }, clock });
  const ask = (init: RequestInit = { method: 'POST', body: 'x' }) => service.fetch(served.url, init);
  return { ask, clock };
}

async function errorOf(promise: Promise<unknown>): Promise<EngineError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EngineError) return error;
  throw new Error(`No EngineError: ${error}`);
}

function answers(...statuses: readonly number[]): RequestListener {
  return (_, response) => {
    response.statusCode = statuses[Math.min(calls, statuses.length) - 1] ?? 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ error: { message: `no: ${key}` } }));
  };
}

describe('a call is made again', () => {
  test.each([429, 503])('after %i, since nothing has begun', async (status) => {
    listener = answers(status, status, 200);
    const { ask, clock } = aService();
    expect((await ask()).status).toBe(200);
    expect([calls, clock.slept]).toEqual([3, [500, 1000]]);
  });

  test('when the service says', async () => {
    listener = (_, response) => {
      response.writeHead(calls === 1 ? 429 : 200, { 'retry-after': '7' }).end('{}');
    };
    const { ask, clock } = aService();
    await ask();
    expect(clock.slept).toEqual([7000]);
  });

  test('whatever went wrong, when it only reads', async () => {
    listener = answers(502, 200);
    expect((await aService().ask({ method: 'GET' })).status).toBe(200);
    expect(calls).toBe(2);
  });
});

describe('a call is made once only', () => {
  test.each([
    [400, 'engine.request-refused', 0],
    [401, 'engine.key-refused', 0],
    [402, 'engine.budget', 0],
    [500, 'engine.service-down', undefined],
    [504, 'engine.service-down', undefined],
  ])('when it ends with %i: %s', async (status, code, usd) => {
    listener = answers(status);
    const error = await errorOf(aService().ask());
    expect([error.code, error.usd, calls]).toEqual([code, usd, 1]);
  });

  test('when it was cut off, since it may have been billed', async () => {
    listener = (request) => request.socket.destroy();
    const error = await errorOf(aService().ask());
    expect([error.code, error.usd, calls]).toEqual(['engine.service-down', undefined, 1]);
  });

  test('when nobody answers in time', async () => {
    listener = () => undefined;
    const error = await errorOf(aService({ timeoutMs: 1_000 }).ask());
    expect([error.code, error.usd, calls]).toEqual(['engine.timed-out', undefined, 1]);
  });

  test('when it is to wait for longer than anybody would', async () => {
    listener = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    expect(await errorOf(aService().ask())).toMatchObject({ code: 'engine.rate-limited', usd: 0 });
    expect(calls).toBe(1);
  });
});

describe('an answer', () => {
  test('of 400 MB ends early, whether its length is announced or not', async () => {
    for (const announced of [true, false]) {
      let sent = 0;
      listener = (_, response) => {
        response.writeHead(200, announced ? { 'content-length': '400000000' } : {});
        const piece = Buffer.alloc(65_536);
        const push = () => {
          while (!response.destroyed && sent < 400e6) {
            sent += piece.length;
            if (!response.write(piece)) return response.once('drain', push);
          }
          return response;
        };
        push();
      };
      expect((await errorOf(aService().ask())).code).toBe('engine.too-large');
      expect(sent).toBeLessThan(40e6);
    }
  });

  test('that is a web page is not understood', async () => {
    listener = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Welcome</h1>');
    expect((await errorOf(aService().ask())).code).toBe('engine.not-understood');
  });

  test('that leads elsewhere is not followed: the key would go with it', async () => {
    listener = (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
    expect((await errorOf(aService().ask())).code).toBe('engine.service-down');
  });
});

test('a service that is silent is left alone, and asked again after a minute', async () => {
  listener = answers(500);
  const { ask, clock } = aService();
  for (let k = 0; k < 4; k += 1) await errorOf(ask());
  const alone = await errorOf(ask());
  expect([alone.code, alone.usd, calls]).toEqual(['engine.service-down', 0, 4]);
  await clock.sleep(60_000, new AbortController().signal);
  listener = answers(200);
  await ask();
  expect(calls).toBe(5);
});

test('no more calls go out in a minute than the key is good for', async () => {
  listener = answers(200);
  const { ask, clock } = aService({ perMinute: 2 });
  await Promise.all([ask(), ask(), ask(), ask(), ask()]);
  expect(clock.slept).toEqual([60_000, 0, 60_000]);
});

test('a call that is given up ends at once', async () => {
  listener = () => undefined;
  const giveUp = new AbortController();
  const reason = new Error('cancelled');
  const asked = aService().ask({ method: 'POST', signal: giveUp.signal });
  giveUp.abort(reason);
  await expect(asked).rejects.toBe(reason);
});

test('the key is in no sentence, though the service repeats it', async () => {
  listener = answers(400);
  const { message } = await errorOf(aService().ask());
  expect(message).toContain('no: [key]');
  expect(message).not.toContain(key);
});
