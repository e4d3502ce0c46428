import { createRoute, z } from '@hono/zod-openapi';
import {
  attachmentLimits,
  attachToPin,
  commentOnPin,
  findAttachment,
  findPin,
  listAttachments,
  listMessages,
} from '@pinpaint/actions';
import { inspectPicture } from '@pinpaint/pictures';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { id, pinParam } from '../schemas/params.ts';
import { attachmentSchema, messageSchema } from '../schemas/pin.ts';
import { pictureProblem } from '../uploads/pictureProblem.ts';
import { receiveUpload } from '../uploads/receiveUpload.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Pins'];
const attachmentList = z.object({ items: z.array(attachmentSchema) });

const comment = createRoute({
  method: 'post',
  path: '/pins/{pinId}/messages',
  tags,
  summary: 'Write into a pin’s thread',
  request: {
    params: pinParam,
    body: jsonBody(
      z.object({ id: id<string>(), text: z.string().max(200_000), internal: z.boolean().default(false) }),
    ),
  },
  responses: answers(201, messageSchema, 'The message'),
});

const thread = createRoute({
  method: 'get',
  path: '/pins/{pinId}/messages',
  tags,
  summary: 'A pin’s thread',
  request: { params: pinParam, query: idPageQuery },
  responses: answers(200, pageOf(messageSchema), 'Oldest first; customers don’t get internal ones'),
});

const attach = createRoute({
  method: 'post',
  path: '/pins/{pinId}/attachments',
  tags,
  summary: 'Put a reference picture beside a note',
  description: 'The body is the file itself: PNG, JPEG, WebP or TIFF, at most 20 MB.',
  request: {
    params: pinParam,
    query: z.object({ id: id<string>(), name: z.string().min(1).max(200) }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: answers(201, attachmentSchema, 'The attachment'),
});

const attachments = createRoute({
  method: 'get',
  path: '/pins/{pinId}/attachments',
  tags,
  summary: 'A pin’s reference pictures',
  request: { params: pinParam },
  responses: answers(200, attachmentList, 'Oldest first'),
});

const download = createRoute({
  method: 'get',
  path: '/pins/{pinId}/attachments/{attachmentId}',
  tags,
  summary: 'A reference picture',
  request: { params: pinParam.extend({ attachmentId: id<string>() }) },
  responses: answersBytes(['image/png', 'image/jpeg', 'image/webp', 'image/tiff'], 'The file as it came'),
});

export const threadRoutes: Routes = (ctx, { uploads }) =>
  routes()
    .openapi(comment, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      const value = unwrap(await commentOnPin(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: messageSchema, value });
    })
    .openapi(thread, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('query') };
      const value = unwrap(await listMessages(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(messageSchema), value });
    })
    .openapi(attach, async (c) => {
      const actor = c.get('actor');
      const { pinId } = c.req.valid('param');
      // Before a stranger's bytes are taken in at all.
      unwrap(await findPin(ctx.db, actor, { pinId, action: 'pin.comment' }));
      const limits = { ...uploads, maxBytes: Math.min(uploads.maxBytes, attachmentLimits.bytes) };
      const attached = await receiveUpload(c.req.raw, limits, async (path) => {
        const facts = await inspectPicture(path, limits);
        if (!facts.ok) throw pictureProblem(facts.error);
        const stored = await ctx.blobs.putFile(path, limits);
        if (!stored.ok) throw new ApiProblem('upload.too-large', 413, 'The file is larger than allowed.');
        const upload = { ...stored.value, mediaType: `image/${facts.value.type}` };
        return attachToPin(ctx, actor, { ...c.req.valid('query'), pinId, upload });
      });
      return send(c, 201, { schema: attachmentSchema, value: unwrap(attached) });
    })
    .openapi(attachments, async (c) => {
      const items = unwrap(await listAttachments(ctx, c.get('actor'), c.req.valid('param').pinId));
      return send(c, 200, { schema: attachmentList, value: { items } });
    })
    .openapi(download, async (c) => {
      const found = unwrap(await findAttachment(ctx, c.get('actor'), c.req.valid('param')));
      return sendBlob(c, ctx.blobs, found);
    });
