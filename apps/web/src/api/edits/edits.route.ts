import { createRoute, z } from '@hono/zod-openapi';
import {
  cancelEdit,
  discardEdit,
  findPermittedAlpha,
  listEdits,
  readEdit,
  readPreview,
  retryEdit,
  seedLimit,
  startEdit,
} from '@pinpaint/actions';
import type { EditId, PinId } from '@pinpaint/domain';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { editSchema, editStateSchema } from '../schemas/edit.ts';
import { intentSchema } from '../schemas/intent.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam, frameParam, id, pinParam } from '../schemas/params.ts';
import { regionSchema } from '../schemas/region.ts';
import { editParam } from '../schemas/worker.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Edits'];
const px = z.number().min(0).max(2_000);
const seed = z
  .number()
  .int()
  .min(0)
  .max(seedLimit - 1);

const newEditSchema = z
  .object({
    id: id<EditId>(),
    engine: z
      .string()
      .max(60)
      .optional()
      .openapi({ description: 'The cheapest that can do it, unless named.' }),
    seed: seed.optional(),
    variants: z.number().int().min(1).max(4).default(1),
    strength: z.number().min(0).max(1).default(1),
    growPx: px.nullable().default(null),
    featherPx: px.nullable().default(null),
    region: regionSchema.optional().openapi({ description: 'Instead of the pin’s own, for this edit only.' }),
    intent: intentSchema
      .optional()
      .openapi({ description: 'Instead of the pin’s reading, for this edit only.' }),
  })
  .openapi('NewEdit');

const start = createRoute({
  method: 'post',
  path: '/pins/{pinId}/edits',
  tags,
  summary: 'Start an edit of a pin',
  request: { params: pinParam, body: jsonBody(newEditSchema) },
  responses: answers(201, editSchema, 'The edit, queued'),
});

const retry = createRoute({
  method: 'post',
  path: '/edits/{editId}/retry',
  tags,
  summary: 'The same once more, on the picture as it is now',
  request: { params: editParam, body: jsonBody(z.object({ id: id<EditId>(), seed: seed.optional() })) },
  responses: answers(201, editSchema, 'A new edit that names the old one'),
});

const cancel = createRoute({
  method: 'post',
  path: '/edits/{editId}/cancel',
  tags,
  summary: 'Cancel an edit that is queued or runs',
  request: { params: editParam },
  responses: answers(200, editSchema, 'The edit, cancelled'),
});

const discard = createRoute({
  method: 'post',
  path: '/edits/{editId}/discard',
  tags,
  summary: 'Discard all candidates of an edit',
  request: { params: editParam },
  responses: answers(200, editSchema, 'The edit, discarded'),
});

const get = createRoute({
  method: 'get',
  path: '/edits/{editId}',
  tags,
  summary: 'An edit with its progress, timings and cost',
  request: { params: editParam },
  responses: answers(200, editSchema, 'The edit'),
});

const list = createRoute({
  method: 'get',
  path: '/frames/{frameId}/edits',
  tags,
  summary: 'A frame’s edits',
  request: {
    params: frameParam,
    query: idPageQuery.extend({ pinId: id<PinId>().optional(), state: editStateSchema.optional() }),
  },
  responses: answers(200, pageOf(editSchema), 'Oldest first'),
});

const listOfBoard = createRoute({
  method: 'get',
  path: '/boards/{boardId}/edits',
  tags,
  summary: 'The edits of all of a board’s frames',
  request: { params: boardParam, query: idPageQuery },
  responses: answers(200, pageOf(editSchema), 'Newest first'),
});

const permitted = createRoute({
  method: 'get',
  path: '/edits/{editId}/permitted.png',
  tags,
  summary: 'What this edit was allowed to change',
  description: 'Of the size of `permittedRect`.',
  request: { params: editParam },
  responses: answersBytes(['image/png'], '8-bit grey'),
});

const preview = createRoute({
  method: 'get',
  path: '/edits/{editId}/preview.webp',
  tags,
  summary: 'What an edit’s run looks like so far',
  description:
    'The newest only, over all of `cropRect`. It is no candidate: nothing of it is kept, and with the run it is gone.',
  request: { params: editParam },
  responses: {
    ...answersBytes(['image/webp'], 'At most 512 px on a side'),
    204: { description: 'It doesn’t run, or nothing has come yet' },
  },
});

export const editRoutes: Routes = (ctx) =>
  routes()
    .openapi(start, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 201, { schema: editSchema, value: unwrap(await startEdit(ctx, c.get('actor'), wish)) });
    })
    .openapi(retry, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 201, { schema: editSchema, value: unwrap(await retryEdit(ctx, c.get('actor'), wish)) });
    })
    .openapi(cancel, async (c) => {
      const { editId } = c.req.valid('param');
      return send(c, 200, {
        schema: editSchema,
        value: unwrap(await cancelEdit(ctx, c.get('actor'), editId)),
      });
    })
    .openapi(discard, async (c) => {
      const { editId } = c.req.valid('param');
      return send(c, 200, {
        schema: editSchema,
        value: unwrap(await discardEdit(ctx, c.get('actor'), editId)),
      });
    })
    .openapi(get, async (c) => {
      const { editId } = c.req.valid('param');
      return send(c, 200, { schema: editSchema, value: unwrap(await readEdit(ctx, c.get('actor'), editId)) });
    })
    .openapi(list, async (c) => {
      const wish = { ...c.req.valid('query'), of: c.req.valid('param') };
      const value = unwrap(await listEdits(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(editSchema), value });
    })
    .openapi(listOfBoard, async (c) => {
      const wish = { ...c.req.valid('query'), of: c.req.valid('param'), newestFirst: true };
      const value = unwrap(await listEdits(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(editSchema), value });
    })
    .openapi(permitted, async (c) => {
      const digest = unwrap(await findPermittedAlpha(ctx, c.get('actor'), c.req.valid('param').editId));
      return sendBlob(c, ctx.blobs, { digest, mediaType: 'image/png' });
    })
    .openapi(preview, async (c) => {
      const picture = unwrap(await readPreview(ctx, c.get('actor'), c.req.valid('param').editId));
      const headers = { 'cache-control': 'no-store' };
      if (!picture) return c.body(null, 204, headers);
      return c.body(picture, 200, { ...headers, 'content-type': 'image/webp' });
    });
