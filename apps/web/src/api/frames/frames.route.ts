import { createRoute, z } from '@hono/zod-openapi';
import {
  addFrame,
  type Ctx,
  changeFrame,
  findFrame,
  listFrames,
  mayAddFrame,
  readFrame,
} from '@pinpaint/actions';
import type { FrameId } from '@pinpaint/domain';
import { inspectPicture } from '@pinpaint/pictures';
import type { Context } from 'hono';
import { type ApiEnv, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { frameSchema } from '../schemas/frame.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam, frameParam, id } from '../schemas/params.ts';
import { pictureProblem } from '../uploads/pictureProblem.ts';
import { receiveUpload, type UploadLimits } from '../uploads/receiveUpload.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Frames'];

const upload = createRoute({
  method: 'post',
  path: '/boards/{boardId}/frames',
  tags,
  summary: 'Put a picture on a board',
  description: 'The body is the file itself: PNG, JPEG, WebP or TIFF, 8 or 16 bits, told by its content.',
  request: {
    params: boardParam,
    query: z.object({ id: id<FrameId>(), name: z.string().min(1).max(200) }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: answers(201, frameSchema, 'The frame; its master is being made'),
});

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/frames',
  tags,
  summary: 'A board’s frames',
  request: { params: boardParam, query: idPageQuery },
  responses: answers(200, pageOf(frameSchema), 'Frames in the order they came'),
});

const get = createRoute({
  method: 'get',
  path: '/frames/{frameId}',
  tags,
  summary: 'A frame',
  request: { params: frameParam },
  responses: answers(200, frameSchema, 'The frame'),
});

const change = createRoute({
  method: 'patch',
  path: '/frames/{frameId}',
  tags,
  summary: 'Rename a frame, or take it off its board',
  request: {
    params: frameParam,
    body: jsonBody(
      z.object({ name: z.string().min(1).max(200).optional(), archived: z.boolean().optional() }),
    ),
  },
  responses: answers(200, frameSchema, 'The frame'),
});

const thumb = createRoute({
  method: 'get',
  path: '/frames/{frameId}/thumbnail',
  tags,
  summary: 'A small picture of the frame',
  request: { params: frameParam },
  responses: answersBytes(['image/webp'], 'At most 512 px, sRGB'),
});

const master = createRoute({
  method: 'get',
  path: '/frames/{frameId}/master',
  tags,
  summary: 'The lossless master',
  request: { params: frameParam },
  responses: answersBytes(['image/tiff'], 'A pyramidal TIFF at the master’s own depth and profile'),
});

export function frameRoutes(ctx: Ctx, uploads: UploadLimits) {
  return routes()
    .openapi(upload, async (c) => {
      const { boardId } = c.req.valid('param');
      const actor = c.get('actor');
      unwrap(await mayAddFrame(ctx.db, actor, { boardId }));
      const frame = await receiveUpload(c.req.raw, uploads, async (path) => {
        const facts = await inspectPicture(path, uploads);
        if (!facts.ok) throw pictureProblem(facts.error);
        const stored = await ctx.blobs.putFile(path, uploads);
        if (!stored.ok) throw new ApiProblem('upload.too-large', 413, 'The file is larger than allowed.');
        const mediaType = `image/${facts.value.type}`;
        return addFrame(ctx, actor, {
          ...c.req.valid('query'),
          boardId,
          upload: { ...stored.value, mediaType },
        });
      });
      return send(c, 201, { schema: frameSchema, value: unwrap(frame) });
    })
    .openapi(list, async (c) => {
      const { after, limit } = c.req.valid('query');
      const page = { ...c.req.valid('param'), limit, ...(after ? { after } : {}) };
      const value = unwrap(await listFrames(ctx, c.get('actor'), page));
      return send(c, 200, { schema: pageOf(frameSchema), value });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readFrame(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: frameSchema, value });
    })
    .openapi(change, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 200, {
        schema: frameSchema,
        value: unwrap(await changeFrame(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(thumb, async (c) => {
      const { thumbBlob } = await readyFrame(ctx, c, c.req.valid('param').frameId);
      return sendBlob(c, ctx.blobs, { digest: thumbBlob, mediaType: 'image/webp' });
    })
    .openapi(master, async (c) => {
      const { masterBlob, number } = await readyFrame(ctx, c, c.req.valid('param').frameId);
      return sendBlob(c, ctx.blobs, {
        digest: masterBlob,
        mediaType: 'image/tiff',
        fileName: `frame-${number}-master.tif`,
      });
    });
}

/** A frame whose master is there, for who may see it. */
export async function readyFrame(ctx: Ctx, c: Context<ApiEnv>, frameId: FrameId) {
  const frame = unwrap(await findFrame(ctx.db, c.get('actor'), { frameId, action: 'frame.read' }));
  const { masterBlob, thumbBlob } = frame;
  if (!masterBlob || !thumbBlob)
    throw ApiProblem.of({ code: 'frame.not-ready', facts: { state: frame.state } });
  return { ...frame, masterBlob, thumbBlob };
}
