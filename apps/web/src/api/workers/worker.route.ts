import { createRoute, z } from '@hono/zod-openapi';
import {
  announceWorker,
  beat,
  claimEdit,
  drainWorker,
  failRun,
  findRequest,
  releaseEdit,
  traceOf,
} from '@pinpaint/actions';
import { traceparentNow } from '@pinpaint/config';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import {
  announceSchema,
  beatSchema,
  claimedSchema,
  claimSchema,
  editParam,
  leaseQuery,
  leaseSchema,
  usdSchema,
} from '../schemas/worker.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Engine workers'];
const beatAnswer = z.object({
  stop: z.boolean().openapi({ description: 'Give up: it was cancelled, or has ended otherwise.' }),
});

const announce = createRoute({
  method: 'post',
  path: '/worker/announce',
  tags,
  summary: 'Say who you are and what your engines can and cost',
  request: { body: jsonBody(announceSchema) },
  responses: answersNothing('You may claim now'),
});

const claim = createRoute({
  method: 'post',
  path: '/worker/claim',
  tags,
  summary: 'Ask for an edit, and wait for one',
  request: { body: jsonBody(claimSchema) },
  responses: {
    ...answers(200, claimedSchema, 'An edit, under a lease'),
    204: { description: 'None came while you waited' },
  },
});

const request = createRoute({
  method: 'get',
  path: '/worker/edits/{editId}/request',
  tags,
  summary: 'The planes of an edit you hold',
  description:
    'A parcel: `PPX1`, the header’s length (uint32, little-endian), the header (JSON `{ meta, parts: [{ name, bytes }] }`), then the parts, each padded to 8 bytes. Parts: `crop` (RGB, sRGB, 8 or 16 bits little-endian), `permitted`, `region`, `known`, `locked` (8 bits; one byte alone is the value of the whole plane).',
  request: { params: editParam, query: leaseQuery },
  responses: answersBytes(['application/octet-stream'], 'The parcel'),
});

const heartbeat = createRoute({
  method: 'post',
  path: '/worker/edits/{editId}/heartbeat',
  tags,
  summary: 'Keep the lease, and say how far you are',
  request: { params: editParam, body: jsonBody(beatSchema) },
  responses: answers(200, beatAnswer, 'Go on or give up'),
});

const failure = createRoute({
  method: 'post',
  path: '/worker/edits/{editId}/failure',
  tags,
  summary: 'The engine can’t do it',
  request: {
    params: editParam,
    body: jsonBody(
      leaseSchema.extend({
        code: z.string().regex(/^engine\.[a-z0-9-]{1,60}$/),
        says: z.string().max(500),
        usd: usdSchema
          .optional()
          .openapi({ description: 'What it was billed all the same; without it the estimate counts.' }),
      }),
    ),
  },
  responses: answersNothing('The edit has failed'),
});

const release = createRoute({
  method: 'post',
  path: '/worker/edits/{editId}/release',
  tags,
  summary: 'Give an edit back for somebody else to do',
  request: { params: editParam, body: jsonBody(leaseSchema) },
  responses: answersNothing('It is queued again'),
});

const drain = createRoute({
  method: 'post',
  path: '/worker/drain',
  tags,
  summary: 'Finish what you have and get nothing more',
  request: { body: jsonBody(leaseSchema.pick({ workerId: true })) },
  responses: answersNothing('Announce yourself to come back'),
});

export const workerProtocolRoutes: Routes = (ctx) =>
  routes()
    .openapi(announce, async (c) => {
      const { workerId, ...facts } = c.req.valid('json');
      unwrap(await announceWorker(ctx, c.get('worker'), { id: workerId, ...facts }));
      return c.body(null, 204);
    })
    .openapi(claim, async (c) => {
      const { workerId, waitSeconds } = c.req.valid('json');
      const wish = { workerId, waitMs: waitSeconds * 1000, signal: c.req.raw.signal };
      const claimed = unwrap(await claimEdit(ctx, c.get('worker'), wish));
      if (!claimed) return c.body(null, 204);
      const trace = traceparentNow() && (await traceOf(ctx, claimed.editId));
      if (trace) c.header('traceparent', trace);
      return send(c, 200, { schema: claimedSchema, value: claimed });
    })
    .openapi(request, async (c) => {
      const lease = { ...c.req.valid('param'), ...c.req.valid('query') };
      const digest = unwrap(await findRequest(ctx, c.get('worker'), lease));
      return sendBlob(c, ctx.blobs, { digest, mediaType: 'application/octet-stream' });
    })
    .openapi(heartbeat, async (c) => {
      const lease = { ...c.req.valid('param'), ...c.req.valid('json') };
      return send(c, 200, { schema: beatAnswer, value: unwrap(await beat(ctx, c.get('worker'), lease)) });
    })
    .openapi(failure, async (c) => {
      unwrap(await failRun(ctx, c.get('worker'), { ...c.req.valid('param'), ...c.req.valid('json') }));
      return c.body(null, 204);
    })
    .openapi(release, async (c) => {
      unwrap(await releaseEdit(ctx, c.get('worker'), { ...c.req.valid('param'), ...c.req.valid('json') }));
      return c.body(null, 204);
    })
    .openapi(drain, async (c) => {
      unwrap(await drainWorker(ctx, c.get('worker'), c.req.valid('json').workerId));
      return c.body(null, 204);
    });
