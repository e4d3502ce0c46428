import type { EngineError } from '../engine.ts';
import { type ServiceCode, serviceError, withoutKey } from './serviceError.ts';

type Refusal = {
  readonly name: string;
  readonly key: string | null;
  readonly status: number;
  readonly bytes: Uint8Array;
};

/** What an HTTP status that is no success means, with what the service says about it. */
export function statusError({ name, key, status, bytes }: Refusal): EngineError {
  const said = withoutKey(messageIn(bytes), key).slice(0, 300);
  const code = codeOf(status);
  const why = said ? `: ${said}` : '.';
  // A service that has let nothing in has billed nothing; in the middle of its work it may have.
  const usd = status < 500 || status === 503 ? 0 : undefined;
  return serviceError(code, `${name} ${meanings[code]} (${status})${why}`, usd);
}

const meanings = {
  'engine.rate-limited': 'takes no more calls at the moment',
  'engine.budget': 'says that the account has nothing left',
  'engine.key-refused': 'does not accept the key',
  'engine.request-refused': 'can’t do what it was asked',
  'engine.service-down': 'is not able to answer',
} as const satisfies Partial<Record<ServiceCode, string>>;

function codeOf(status: number): keyof typeof meanings {
  if (status === 429) return 'engine.rate-limited';
  if (status === 402) return 'engine.budget';
  if (status === 401 || status === 403) return 'engine.key-refused';
  return status >= 500 ? 'engine.service-down' : 'engine.request-refused';
}

/** Google, Black Forest Labs and ComfyUI each have their own form; a page for people says nothing to anybody. */
function messageIn(bytes: Uint8Array): string {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return textOf(body) ?? '';
  } catch {
    return '';
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  for (const name of ['error', 'message', 'detail', 'msg']) {
    const text = name in value ? textOf((value as Record<string, unknown>)[name]) : null;
    if (text) return text;
  }
  return Array.isArray(value) ? textOf(value[0]) : null;
}
