import { createRequire } from 'node:module';
import type { AuthOptions } from 'next-auth';

type Pair = Readonly<Record<string, string>>;

/** As much of Next's request and response as its API route touches. */
type Route = (
  request: {
    readonly method: string;
    readonly query: Readonly<Record<string, string | readonly string[]>>;
    readonly cookies: Pair;
    readonly headers: Pair;
    readonly body: Pair;
  },
  response: object,
  options: AuthOptions,
) => Promise<void>;

// next-auth is CommonJS, and its types speak of a default export that Node does not give.
const { default: route }: { readonly default: Route } = createRequire(import.meta.url)('next-auth');

export type AskNextAuth = {
  readonly method: 'GET' | 'POST';
  readonly action: 'csrf' | 'signin' | 'callback';
  readonly provider?: string;
  readonly cookies: Pair;
  readonly query?: Pair;
  readonly body?: Pair;
};

export type NextAuthAnswer = {
  readonly location: string | null;
  /** Whole Set-Cookie lines. */
  readonly cookies: readonly string[];
  readonly body: unknown;
};

/**
 * next-auth called as its documented API route, without a page around it: so its provider runs where our
 * database, our limits and the request's socket are. Its own address it takes from NEXTAUTH_URL alone.
 */
export async function askNextAuth(options: AuthOptions, ask: AskNextAuth): Promise<NextAuthAnswer> {
  const { method, action, provider, cookies, query = {}, body = {} } = ask;
  const nextauth = provider ? [action, provider] : [action];
  const headers = new Map<string, unknown>();
  let answered: unknown = null;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value),
    send: (said: unknown) => {
      answered = said;
    },
    json: (said: unknown) => {
      answered = said;
    },
    end: () => undefined,
  };
  await route({ method, query: { ...query, nextauth }, cookies, headers: {}, body }, response, options);
  const location = headers.get('location');
  return {
    location: typeof location === 'string' ? location : null,
    cookies: [headers.get('set-cookie') ?? []].flat().map(String),
    body: answered,
  };
}
