import type { FeedItem, FeedPage } from './follow.ts';

/** The sub-protocol a client asks for; its token is the second one it names, which keeps it out of URLs and logs. */
export const newsProtocol = 'pinpaint.news.1';

/** That something has changed, and nothing of what: the reader asks the API, which checks again. */
export type News = {
  readonly seq: number;
  /** The kind of thing: `pin`, `version`, … */
  readonly subject: string;
  readonly id: string;
  /** What happened to it: `placed`, `moved`, … */
  readonly kind: string;
};

/** What the server sends. `upto` is what to resume after when the line breaks. */
export type NewsMessage = { readonly upto: number; readonly news: readonly News[] };

export function newsMessage({ items, upto }: FeedPage<FeedItem>): string {
  const message: NewsMessage = { upto, news: items.map(toNews) };
  return JSON.stringify(message);
}

function toNews({ seq, topic, subject }: FeedItem): News {
  return { seq, subject: subject.kind, id: subject.id, kind: topic.slice(topic.indexOf('.') + 1) };
}

/**
 * The one thing a client may send, once, as its first message: where to begin. Without it the socket
 * begins with what comes next.
 *
 * @returns null when it is anything else.
 */
export function parseResume(text: string): number | null {
  try {
    const said: unknown = JSON.parse(text);
    const after = typeof said === 'object' && said !== null && 'after' in said ? said.after : null;
    return typeof after === 'number' && Number.isSafeInteger(after) && after >= 0 ? after : null;
  } catch {
    return null;
  }
}
