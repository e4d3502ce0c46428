import { EngineError } from '../engine.ts';
import { type Clock, realClock } from './clock.ts';
import { createBreaker } from './createBreaker.ts';
import { createTurns } from './createTurns.ts';
import { readBounded } from './readBounded.ts';
import { serviceError, withoutKey } from './serviceError.ts';
import { statusError } from './statusError.ts';

export type ServiceLimits = {
  /** From sending to the last byte; a model that draws takes half a minute. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly perMinute: number;
  /** Between the first try and the second; each later one waits twice as long. */
  readonly firstWaitMs: number;
};

export type ServiceOptions = {
  /** As people know it. */
  readonly name: string;
  /** Only so that it can be taken out of what the service says. null: it needs none. */
  readonly key: string | null;
  readonly limits: ServiceLimits;
  readonly clock?: Clock;
};

/** One hosted service under one key: what all runs of a worker share. */
export type Service = {
  /**
   * As fetch, but that it answers with a success, whole and bounded, or rejects with an EngineError. Only what can't
   * have begun is asked again: a call that was cut off in the middle may have been billed.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
};

const tries = 3;
/** A service that wants to be left alone for longer than this has failed the edit. */
const longestWaitMs = 30_000;

export function openService({ name, key, limits, clock = realClock }: ServiceOptions): Service {
  const turns = createTurns(limits.perMinute, clock);
  const breaker = createBreaker(name, clock);

  async function tryOnce(input: string | URL | Request, init: RequestInit): Promise<Attempt> {
    const limit = AbortSignal.timeout(limits.timeoutMs);
    const signal = init.signal ? AbortSignal.any([limit, init.signal]) : limit;
    try {
      const response = await fetch(input, { ...init, signal, redirect: 'error' });
      const bytes = await readBounded(response, limits.maxBytes);
      breaker.note(response.status >= 500 ? 'silent' : 'answered');
      if (response.ok) return answered(name, response, bytes);
      const error = statusError({ name, key, status: response.status, bytes });
      return { error, mayAgain: isUnbegun(response.status), waitMs: retryAfterMs(response) };
    } catch (thrown) {
      if (init.signal?.aborted) throw init.signal.reason;
      if (thrown instanceof EngineError) return { error: thrown, mayAgain: false, waitMs: null };
      breaker.note('silent');
      if (limit.aborted) return { error: timedOut(name, limits.timeoutMs), mayAgain: false, waitMs: null };
      return { ...unreachable(name, key, thrown), waitMs: null };
    }
  }

  return {
    async fetch(input, init = {}) {
      const signal = init.signal ?? new AbortController().signal;
      for (let count = 1; ; count += 1) {
        breaker.check();
        await turns.take(signal);
        const attempt = await tryOnce(input, init);
        if ('response' in attempt) return attempt.response;
        const waitMs = attempt.waitMs ?? limits.firstWaitMs * 2 ** (count - 1);
        const mayAgain = attempt.mayAgain || init.method === 'GET';
        if (!mayAgain || count === tries || waitMs > longestWaitMs) throw attempt.error;
        await clock.sleep(waitMs, signal);
      }
    },
  };
}

type Attempt =
  | { readonly response: Response }
  | { readonly error: EngineError; readonly mayAgain: boolean; readonly waitMs: number | null };

/** A proxy's page for people comes as a success too. */
function answered(name: string, { status, headers }: Response, bytes: Uint8Array<ArrayBuffer>): Attempt {
  if (headers.get('content-type')?.includes('text/html')) {
    const error = serviceError('engine.not-understood', `${name} answered with a web page.`);
    return { error, mayAgain: false, waitMs: null };
  }
  return { response: new Response(status === 204 ? null : bytes, { status, headers: plain(headers) }) };
}

/** The bytes are unpacked by now, so what the headers say of their form and length no longer holds. */
function plain(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  return kept;
}

function isUnbegun(status: number): boolean {
  return status === 429 || status === 503;
}

function retryAfterMs({ headers }: Response): number | null {
  const said = headers.get('retry-after');
  return said !== null && /^\d{1,6}$/.test(said) ? Number(said) * 1000 : null;
}

function timedOut(name: string, timeoutMs: number): EngineError {
  return serviceError(
    'engine.timed-out',
    `${name} did not answer within ${timeoutMs / 1000} s. It may bill the call all the same.`,
  );
}

/** Nothing was sent where no line was ever open. */
const neverOpen: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

function unreachable(name: string, key: string | null, thrown: unknown) {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const said = cause instanceof Error ? withoutKey(cause.message, key).slice(0, 200) : '';
  const mayAgain = neverOpen.has(code);
  const says = `${name} can’t be reached: ${said || 'the line was cut'}.`;
  return { error: serviceError('engine.service-down', says, mayAgain ? 0 : undefined), mayAgain };
}
