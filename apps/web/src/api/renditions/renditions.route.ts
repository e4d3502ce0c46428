import { createRoute, z } from '@hono/zod-openapi';
import { type Ctx, findRendition, listRenditions, makeRendition } from '@pinpaint/actions';
import type { RenditionId } from '@pinpaint/domain';
import { routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { id, versionParam } from '../schemas/params.ts';
import { renditionSchema } from '../schemas/version.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Renditions'];
const params = z.object({ renditionId: id<RenditionId>() });

const renditionList = z.object({ items: z.array(renditionSchema) });

const make = createRoute({
  method: 'post',
  path: '/versions/{versionId}/renditions',
  tags,
  summary: 'Make a file of a submitted version',
  request: { params: versionParam, body: jsonBody(z.object({ format: z.enum(['png', 'tiff', 'jpeg']) })) },
  responses: answers(202, renditionSchema, 'The rendition; the same one when it was made before'),
});

const list = createRoute({
  method: 'get',
  path: '/versions/{versionId}/renditions',
  tags,
  summary: 'A version’s files',
  request: { params: versionParam },
  responses: answers(200, renditionList, 'One of each format at most'),
});

const get = createRoute({
  method: 'get',
  path: '/renditions/{renditionId}',
  tags,
  summary: 'How far a rendition is',
  request: { params },
  responses: answers(200, renditionSchema, 'The rendition'),
});

const file = createRoute({
  method: 'get',
  path: '/renditions/{renditionId}/file',
  tags,
  summary: 'Download a rendition',
  request: { params },
  responses: answersBytes(['image/png', 'image/tiff', 'image/jpeg'], 'The file'),
});

export function renditionRoutes(ctx: Ctx) {
  return routes()
    .openapi(make, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 202, {
        schema: renditionSchema,
        value: unwrap(await makeRendition(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(list, async (c) => {
      const items = unwrap(await listRenditions(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: renditionList, value: { items } });
    })
    .openapi(get, async (c) => {
      const {
        id: renditionId,
        versionId,
        digest,
        format,
        state,
        failureCode,
      } = unwrap(await findRendition(ctx, c.get('actor'), c.req.valid('param')));
      const value = { id: renditionId, versionId, digest, format, state, failureCode };
      return send(c, 200, { schema: renditionSchema, value });
    })
    .openapi(file, async (c) => {
      const rendition = unwrap(await findRendition(ctx, c.get('actor'), c.req.valid('param')));
      if (!rendition.blobDigest)
        throw ApiProblem.of({ code: 'rendition.not-ready', facts: { state: rendition.state } });
      const { format, versionNumber, frameName, digest } = rendition;
      const fileName = `${frameName} v${versionNumber} ${digest.slice(0, 8)}.${extensions[format]}`;
      return sendBlob(c, ctx.blobs, { digest: rendition.blobDigest, mediaType: `image/${format}`, fileName });
    });
}

const extensions = { png: 'png', tiff: 'tif', jpeg: 'jpg' } as const;
