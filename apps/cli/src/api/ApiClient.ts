import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { StackFailure } from '../stack/StackFailure.ts';

/** What the API said no with; `code` is stable. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, body: z.infer<typeof problem>) {
    super(`${body.code}: ${body.title}`);
    this.name = 'ApiRefusal';
    this.status = status;
    this.code = body.code;
    this.facts = body;
  }
}

const problem = z.looseObject({ code: z.string(), title: z.string() });

/** Longer than any route takes; long polls name their own wait. */
const answerMs = 60_000;
/** Progress is no event, and people want to see some. */
const lookAgainS = 1;
const feed = z.object({ upto: z.number() });

/** One person's way to the API: their token, and with every POST a key of its own. */
export class ApiClient {
  readonly url: string;
  readonly #token: string | null;

  constructor(url: string, token: string | null) {
    this.url = url;
    this.#token = token;
  }

  as(token: string): ApiClient {
    return new ApiClient(this.url, token);
  }

  async get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return schema.parse(await (await this.#fetch(path, {})).json());
  }

  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#fetch(path, {})).arrayBuffer());
  }

  /** A file of any size, without holding it in memory. */
  async download(path: string, file: string): Promise<void> {
    const answer = await this.#fetch(path, {});
    await writeFile(file, answer.body ?? new Uint8Array());
  }

  async post<S extends z.ZodType>(path: string, body: object, schema: S): Promise<z.output<S>> {
    const answer = await this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return schema.parse(answer.status === 204 ? null : await answer.json());
  }

  /** Sends a file as it is. */
  async upload<S extends z.ZodType>(
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
    schema: S,
  ): Promise<z.output<S>> {
    const headers = { 'content-type': 'application/octet-stream' };
    return schema.parse(await (await this.#fetch(path, { method: 'POST', headers, body: bytes })).json());
  }

  /** Reads again whenever something has happened in the studio, until it is as wanted. */
  async until<S extends z.ZodType>(
    path: string,
    schema: S,
    {
      wanted,
      limitMs,
      seen,
    }: { wanted: (value: z.output<S>) => boolean; limitMs: number; seen?: (value: z.output<S>) => void },
  ): Promise<z.output<S>> {
    const until = Date.now() + limitMs;
    // Where the feed stands is asked before the first look: what happens in between is then heard of.
    let { upto } = await this.get('/events?after=head', feed);
    for (;;) {
      const value = await this.get(path, schema);
      seen?.(value);
      if (wanted(value)) return value;
      if (Date.now() > until) throw new Error(`${path} is not there yet after ${limitMs / 1000} s`);
      ({ upto } = await this.get(`/events?after=${upto}&wait=${lookAgainS}`, feed));
    }
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#token) headers.set('authorization', `Bearer ${this.#token}`);
    if (init.method === 'POST') headers.set('idempotency-key', randomUUID());
    const signal = AbortSignal.timeout(answerMs);
    const answer = await fetch(`${this.url}/api/v1${path}`, { ...init, headers, signal }).catch((error) => {
      throw new StackFailure('api.unreachable', `${this.url} does not answer: ${reasonOf(error)}`);
    });
    if (answer.ok) return answer;
    const said = problem.safeParse(await answer.json().catch(() => null));
    throw new ApiRefusal(
      answer.status,
      said.success ? said.data : { code: 'http.unreadable', title: answer.statusText },
    );
  }
}

/** fetch says only that it failed; why lies below. */
function reasonOf(error: unknown): string {
  const { cause } = error as { readonly cause?: NodeJS.ErrnoException };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
