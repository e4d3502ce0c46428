import { createRoute } from '@hono/zod-openapi';
import { limitSpending, readMe, readSpending, readStudio, renameStudio } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import {
  meSchema,
  renameSchema,
  spendingChangeSchema,
  spendingSchema,
  studioSchema,
} from '../schemas/studio.ts';

const tags = ['Studio'];

const me = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: 'Whom the token or the session belongs to, and what they are where',
  responses: answers(200, meSchema, 'The person'),
});

const get = createRoute({
  method: 'get',
  path: '/studio',
  tags,
  summary: 'The studio',
  description: 'A token belongs to one studio, so no path names it.',
  responses: answers(200, studioSchema, 'The studio'),
});

const rename = createRoute({
  method: 'patch',
  path: '/studio',
  tags,
  summary: 'Rename the studio',
  request: { body: jsonBody(renameSchema) },
  responses: answers(200, studioSchema, 'The studio'),
});

const getSpending = createRoute({
  method: 'get',
  path: '/studio/spending',
  tags,
  summary: 'What the studio’s edits may cost, and have',
  responses: answers(200, spendingSchema, 'The limits'),
});

const setSpending = createRoute({
  method: 'patch',
  path: '/studio/spending',
  tags,
  summary: 'Limit what the studio’s edits may cost',
  description: 'What is not named stays as it is. What is queued already goes on.',
  request: { body: jsonBody(spendingChangeSchema) },
  responses: answers(200, spendingSchema, 'The limits'),
});

export const studioRoutes: Routes = (ctx) =>
  routes()
    .openapi(me, async (c) =>
      send(c, 200, { schema: meSchema, value: unwrap(await readMe(ctx, c.get('actor'))) }),
    )
    .openapi(get, async (c) =>
      send(c, 200, { schema: studioSchema, value: unwrap(await readStudio(ctx, c.get('actor'))) }),
    )
    .openapi(rename, async (c) => {
      const value = unwrap(await renameStudio(ctx, c.get('actor'), c.req.valid('json')));
      return send(c, 200, { schema: studioSchema, value });
    })
    .openapi(getSpending, async (c) =>
      send(c, 200, { schema: spendingSchema, value: unwrap(await readSpending(ctx, c.get('actor'))) }),
    )
    .openapi(setSpending, async (c) => {
      const value = unwrap(await limitSpending(ctx, c.get('actor'), c.req.valid('json')));
      return send(c, 200, { schema: spendingSchema, value });
    });
