import { traceSince } from '@pinpaint/config';
import type { FeedItem, FeedPage } from './follow.ts';

/** Who comes back after an hour hears of old events; that is no delay. */
const freshMs = 60_000;

/** For each event just sent whose request was traced: how long it took from being written to the socket. */
export function traceNews({ traces }: FeedPage<FeedItem>, ids: Readonly<Record<string, string>>): void {
  for (const { seq, at, traceparent } of traces ?? []) {
    const since = new Date(at);
    if (Date.now() - since.getTime() > freshMs) continue;
    traceSince('news', since, {
      from: traceparent,
      kind: 'consumer',
      attributes: { ...ids, 'pinpaint.seq': seq },
    });
  }
}
