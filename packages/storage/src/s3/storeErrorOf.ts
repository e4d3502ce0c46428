import { StoreError } from '../StoreError.ts';

/** What S3 says of a thing that isn't there; a HEAD has no body to name it in. */
const missing = new Set(['NoSuchKey', 'NotFound']);
/** Answers that another try may change. */
const passing = new Set(['SlowDown', 'RequestTimeout', 'ThrottlingException', 'RequestTimeTooSkewed']);

type Said = { readonly name?: string; readonly code?: string; readonly $metadata?: Metadata };
type Metadata = { readonly httpStatusCode?: number; readonly requestId?: string };

export function isMissing(error: unknown): boolean {
  return error instanceof Error && missing.has(error.name);
}

/** Written anew: the client's own errors carry the request with them, and its headers. */
export function storeErrorOf(error: unknown, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  const { name = 'Error', code, $metadata = {} } = error instanceof Error ? (error as Said) : {};
  const { httpStatusCode: status, requestId } = $metadata;
  const isRefusal =
    status !== undefined && status >= 400 && status < 500 && status !== 429 && !passing.has(name);
  const facts = [doing, code ?? name, status, requestId && `request ${requestId}`].filter(Boolean);
  return new StoreError(isRefusal ? 'store.refused' : 'store.away', facts.join(', '));
}
