import { createRoute } from '@hono/zod-openapi';
import { type FeedEvent, feedReader } from '@pinpaint/actions';
import { follow } from '@pinpaint/rooms';
import { type Routes, routes } from '../env.ts';
import { streamText } from '../ledger/streamText.ts';
import { lastEventHeader, streamQuery } from '../schemas/ledger.ts';
import { answersBytes } from '../schemas/openapi.ts';
import { countReaders } from './readers.ts';

/** After this the stream ends and the reader comes back with what it had last: nothing lives for ever by accident. */
const streamMs = 30 * 60_000;
const pageSize = 200;

const stream = createRoute({
  method: 'get',
  path: '/events/stream',
  tags: ['Events'],
  summary: 'The same as server-sent events',
  description:
    'Each event’s id is its seq: a reader that comes back with Last-Event-ID misses none. Without it, and without `after`, the stream begins with what comes next. It ends with an event `end` when the reader may no longer listen.',
  request: { query: streamQuery, headers: lastEventHeader },
  responses: answersBytes(['text/event-stream'], 'Events as they happen'),
});

export const eventStreamRoutes: Routes = (ctx, { news }) => {
  const readers = countReaders();
  return routes().openapi(stream, async (c) => {
    const reader = feedReader(ctx, c.get('actor'), { renew: c.get('renewActor') });
    const asked = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after ?? 'head';
    const after = asked === 'head' ? await reader.head() : asked;
    const hungUp = new AbortController();
    const signal = AbortSignal.any([c.req.raw.signal, hungUp.signal, AbortSignal.timeout(streamMs)]);
    signal.addEventListener('abort', readers.enter(reader));

    async function* lines(): AsyncGenerator<string> {
      try {
        // So that a reader is told at once that it is being heard.
        yield `id: ${after}\nretry: 1000\n\n`;
        for await (const page of follow(news, reader, { after, limit: pageSize, signal })) {
          if (!page.ok) return yield `event: end\ndata: ${JSON.stringify({ code: page.error.code })}\n\n`;
          const { items } = page.value;
          // A comment keeps proxies from cutting a silent line.
          yield items.length > 0 ? items.map(asServerSent).join('') : ':\n\n';
        }
      } finally {
        hungUp.abort();
      }
    }

    c.header('Content-Type', 'text/event-stream; charset=utf-8');
    c.header('X-Accel-Buffering', 'no');
    return c.body(streamText(lines(), hungUp));
  });
};

/** JSON has no line breaks, so an event is one line of data. */
function asServerSent(event: FeedEvent): string {
  return `id: ${event.seq}\nevent: ${event.topic}\ndata: ${JSON.stringify(event)}\n\n`;
}
