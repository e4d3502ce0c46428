import { randomUUID } from 'node:crypto';

export type Answer = {
  readonly status: number;
  /** null when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
};

/** @param what method and path below the API's own, as `POST /projects`; bytes are sent as a file. */
export type Ask = (what: string, body?: object | Uint8Array<ArrayBuffer>) => Promise<Answer>;

/** Longer than any route takes. */
const answerMs = 30_000;

/** The API as a program of the studio's own sees it: by HTTP and a token. */
export function askApi(url: string, token: string): Ask {
  return async (what, body) => {
    const [method = 'GET', path = '/'] = what.split(' ');
    const isFile = body instanceof Uint8Array;
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': isFile ? 'application/octet-stream' : 'application/json' } : {}),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      },
      signal: AbortSignal.timeout(answerMs),
      ...(body ? { body: isFile ? body : JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, json: text ? JSON.parse(text) : null };
  };
}
