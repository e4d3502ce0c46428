import { EngineError } from '../engine.ts';

/** How a call of a hosted service can end but well. */
export type ServiceCode =
  /** Its safety filter; the reason is in the sentence. */
  | 'engine.refused'
  | 'engine.rate-limited'
  | 'engine.timed-out'
  | 'engine.not-understood'
  | 'engine.too-large'
  /** What came back doesn't lie over what was sent. */
  | 'engine.not-registered'
  /** The account there has nothing left. */
  | 'engine.budget'
  | 'engine.key-refused'
  /** The service says that it can't do what it was asked. */
  | 'engine.request-refused'
  | 'engine.service-down';

export function serviceError(code: ServiceCode, says: string, usd?: number): EngineError {
  return new EngineError(code, says, usd);
}

/** What a service says may hold what it was sent, and that may hold the key. */
export function withoutKey(text: string, key: string | null): string {
  if (!key) return text;
  return [key, encodeURIComponent(key)].reduce((clean, secret) => clean.replaceAll(secret, '[key]'), text);
}
