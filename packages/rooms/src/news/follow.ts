import type { Failure, Result } from '@pinpaint/domain';
import type { NewsFeed } from './newsFeed.ts';

/** An event, as far as this package looks into it. */
export type FeedItem = {
  readonly seq: number;
  readonly topic: string;
  readonly subject: { readonly kind: string; readonly id: string };
};

export type FeedPage<E> = {
  readonly items: readonly E[];
  /** Up to which event was looked: what to go on after, also when there was nothing for this reader. */
  readonly upto: number;
  /** It was cut at its limit: there is more after it. */
  readonly hasMore?: boolean;
  /** Of those whose request was traced. */
  readonly traces?: readonly { readonly seq: number; readonly at: string; readonly traceparent: string }[];
};

/** One reader of a studio's events; `@pinpaint/actions` makes them. */
export interface FeedReader<E extends FeedItem = FeedItem, F extends Failure = Failure> {
  readonly studioId: string;
  /** The person in their studio, or the guest: the same for all their screens. */
  readonly readerId: string;
  /** All that there is by now, up to the limit, as far as this reader may hear of it; fails when they no longer may. */
  read(page: { readonly after: number; readonly limit: number }): Promise<Result<FeedPage<E>, F>>;
  /** The seq of the last event there is. */
  head(): Promise<number>;
}

type Following = {
  readonly after: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  /** For how long it may be silent until the next page; `recheckMs` unless said. */
  readonly quietMs?: () => number;
};

/**
 * For how long a silent reader's rights go unchecked. A revocation is news itself and is noticed at once;
 * this is for what nobody writes down, such as a token's expiry.
 */
const recheckMs = 5_000;

/**
 * A reader's events in their order, from `after` on, until the signal aborts or the feed stops. Gives an empty page when
 * nothing has come for a while, and a failure as its last when the reader has lost their rights.
 */
export async function* follow<E extends FeedItem, F extends Failure>(
  feed: NewsFeed,
  reader: FeedReader<E, F>,
  { after, limit, signal, quietMs = () => recheckMs }: Following,
): AsyncGenerator<Result<FeedPage<E>, F>, void> {
  let upto = after;
  while (!signal.aborted && !feed.stopped.aborted) {
    const mark = feed.mark();
    const page = await reader.read({ after: upto, limit });
    yield page;
    if (!page.ok) return;
    upto = page.value.upto;
    const { studioId } = reader;
    if (!page.value.hasMore) await feed.waitPast(mark, { studioId, upto, limitMs: quietMs(), signal });
  }
}
