import { createRoute } from '@hono/zod-openapi';
import { type FeedPage, feedReader } from '@pinpaint/actions';
import { follow } from '@pinpaint/rooms';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { eventsQuery, feedPageSchema } from '../schemas/ledger.ts';
import { answers, send } from '../schemas/openapi.ts';
import { countReaders } from './readers.ts';

const read = createRoute({
  method: 'get',
  path: '/events',
  tags: ['Events'],
  summary: 'What has happened since, at once or as soon as something does',
  description:
    'In the order of the ledger; nothing ever turns up later below `upto`. `wait` holds the answer until there is an event or the time is over. `after=head` answers with where the ledger stands. Clients and guests hear of what they may see only.',
  request: { query: eventsQuery },
  responses: answers(200, feedPageSchema, 'Events, and what to go on after'),
});

export const eventRoutes: Routes = (ctx, { news }) => {
  const readers = countReaders();
  return routes().openapi(read, async (c) => {
    const { after, limit, wait } = c.req.valid('query');
    const reader = feedReader(ctx, c.get('actor'), { renew: c.get('renewActor') });
    const head = after === 'head' ? await reader.head() : null;
    if (head !== null && wait === 0) {
      return send(c, 200, { schema: feedPageSchema, value: { items: [], upto: head } });
    }
    const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(Math.max(1, wait * 1000))]);
    const leave = readers.enter(reader);
    let page: Pick<FeedPage, 'items' | 'upto'> = { items: [], upto: head ?? Number(after) };
    try {
      for await (const next of follow(news, reader, { after: page.upto, limit, signal })) {
        page = unwrap(next);
        if (page.items.length > 0 || wait === 0) break;
      }
    } finally {
      leave();
    }
    const { items, upto } = page;
    return send(c, 200, { schema: feedPageSchema, value: { items, upto } });
  });
};
