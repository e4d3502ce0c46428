import { createRoute, z } from '@hono/zod-openapi';
import {
  answerSelection,
  claimSelection,
  cutSelectionPicture,
  failSelection,
  findHeldSelection,
} from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { claimedSelectionSchema, selectionParam, workerQuery } from '../schemas/selection.ts';
import { claimSchema, leaseSchema } from '../schemas/worker.ts';
import { readAtMost } from '../uploads/readAtMost.ts';

const tags = ['Engine workers'];
const octets = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

const claim = createRoute({
  method: 'post',
  path: '/worker/selections/claim',
  tags,
  summary: 'Ask for a selection, and wait for one',
  request: { body: jsonBody(claimSchema) },
  responses: {
    ...answers(200, claimedSelectionSchema, 'A selection; somebody waits for it'),
    204: { description: 'None came while you waited' },
  },
});

const picture = createRoute({
  method: 'get',
  path: '/worker/selections/{selectionId}/picture',
  tags,
  summary: 'The pixels a selection is about',
  request: { params: selectionParam, query: workerQuery },
  responses: answersBytes(['application/octet-stream'], 'RGB, sRGB, 8 bits, row by row, of the claim’s size'),
});

const answer = createRoute({
  method: 'post',
  path: '/worker/selections/{selectionId}/answer',
  tags,
  summary: 'What lies there',
  description: 'A mask of the claim’s size, one byte a pixel, row by row: 0 is not the thing.',
  request: {
    params: selectionParam,
    query: workerQuery.extend({ score: z.coerce.number().min(0).max(1) }),
    body: { content: octets },
  },
  responses: answersNothing('Whoever waits has it'),
});

const failure = createRoute({
  method: 'post',
  path: '/worker/selections/{selectionId}/failure',
  tags,
  summary: 'The model can’t look',
  request: { params: selectionParam, body: jsonBody(leaseSchema.pick({ workerId: true })) },
  responses: answersNothing('Whoever waits has been told'),
});

export const selectionWorkRoutes: Routes = (ctx) =>
  routes()
    .openapi(claim, async (c) => {
      const { workerId, waitSeconds } = c.req.valid('json');
      const wish = { workerId, waitMs: waitSeconds * 1000, signal: c.req.raw.signal };
      const value = unwrap(await claimSelection(ctx, c.get('worker'), wish));
      return value ? send(c, 200, { schema: claimedSelectionSchema, value }) : c.body(null, 204);
    })
    .openapi(picture, async (c) => {
      const held = { ...c.req.valid('param'), ...c.req.valid('query') };
      const bytes = unwrap(await cutSelectionPicture(ctx, c.get('worker'), held));
      return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
    })
    .openapi(answer, async (c) => {
      const { score, ...query } = c.req.valid('query');
      const held = { ...c.req.valid('param'), ...query };
      // Before a byte is read: whether anybody waits, and how long a mask of it is.
      const { size } = unwrap(await findHeldSelection(ctx.db, c.get('worker'), held)).view;
      const mask = await readAtMost(c.req.raw, size.width * size.height);
      unwrap(await answerSelection(ctx, c.get('worker'), { ...held, mask, score }));
      return c.body(null, 204);
    })
    .openapi(failure, async (c) => {
      const held = { ...c.req.valid('param'), ...c.req.valid('json') };
      unwrap(await failSelection(ctx, c.get('worker'), held));
      return c.body(null, 204);
    });
