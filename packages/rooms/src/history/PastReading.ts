import type { Db } from '@pinpaint/db';
import type { Pasts } from './thread/openPasts.ts';

/** What looking into a history needs. */
export type PastReading = {
  readonly db: Db;
  readonly pasts: Pasts;
  /** Aborted: nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
};
