import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** A region of many strokes takes one or two; files go by routes of their own, with limits of their own. */
const maxJsonBytes = 4 * 1024 * 1024;

export function isJson(c: Context): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '');
}

const limited = bodyLimit({
  maxSize: maxJsonBytes,
  onError: () => {
    const title = 'The request is larger than allowed.';
    throw new ApiProblem('request.too-large', 413, title, { maxBytes: maxJsonBytes });
  },
});

/**
 * Bounds JSON bodies and refuses text that no column can hold: a NUL, or half a surrogate pair. It can
 * only come in by an escape, since the bytes themselves are decoded as UTF-8.
 */
export const jsonBodies = createMiddleware(async (c, next) => {
  if (!isJson(c)) return next();
  await limited(c, async () => {
    const text = await c.req.text();
    if (/\\u(?:0000|d[89a-f])/i.test(text) && holdsBrokenText(parse(text))) {
      throw new ApiProblem('request.wrong-input', 400, 'The request has text that is none.');
    }
    await next();
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

export function notJson(): ApiProblem {
  return new ApiProblem('request.not-json', 400, 'The request’s body is no JSON.');
}

/** Without recursion: a body may be nested a million deep. */
function holdsBrokenText(json: unknown): boolean {
  const left: unknown[] = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) return true;
    if (typeof value === 'object' && value !== null) {
      // One by one: spreading a long array overflows the stack.
      for (const [name, inner] of Object.entries(value)) left.push(name, inner);
    }
  }
  return false;
}
