import { createRoute, z } from '@hono/zod-openapi';
import { readOverview, readWaiting, searchStudio } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, send } from '../schemas/openapi.ts';
import { overviewSchema } from '../schemas/overview.ts';
import { searchQuery, searchResultSchema } from '../schemas/search.ts';
import { archivedQuery } from '../schemas/text.ts';
import { waitingListSchema } from '../schemas/waiting.ts';

const tags = ['Overview'];

const overview = createRoute({
  method: 'get',
  path: '/overview',
  tags,
  summary: 'One’s projects and their boards: what they look like and where they stand',
  request: { query: z.object({ archived: archivedQuery }) },
  responses: answers(200, overviewSchema, 'Newest projects first, bounded; the lists have all'),
});

const waiting = createRoute({
  method: 'get',
  path: '/waiting',
  tags,
  summary: 'What waits for one',
  description:
    'For those who decide: versions in review. For those who make pictures: candidates to choose from, clients’ questions, failed edits, requested changes, notes that no engine can do, open pins. For clients: what they have not signed off.',
  responses: answers(200, waitingListSchema, 'Newest first, bounded'),
});

const search = createRoute({
  method: 'get',
  path: '/search',
  tags,
  summary: 'Boards, frames and pins by a part of their name or note',
  request: { query: searchQuery },
  responses: answers(200, searchResultSchema, 'A few of each kind, newest first'),
});

export const overviewRoutes: Routes = (ctx) =>
  routes()
    .openapi(overview, async (c) => {
      const value = unwrap(await readOverview(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: overviewSchema, value });
    })
    .openapi(search, async (c) => {
      const items = unwrap(await searchStudio(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: searchResultSchema, value: { items } });
    })
    .openapi(waiting, async (c) => {
      const value = unwrap(await readWaiting(ctx, c.get('actor')));
      return send(c, 200, { schema: waitingListSchema, value });
    });
