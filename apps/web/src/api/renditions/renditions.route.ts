import { createRoute, z } from '@hono/zod-openapi';
import {
  type Ctx,
  cancelRendition,
  estimateFilm,
  findRendition,
  listRenditions,
  makeRendition,
  makeSteps,
  type RenditionAt,
  type RenditionFormat,
} from '@pinpaint/actions';
import type { RenditionId } from '@pinpaint/domain';
import { routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { id, versionParam } from '../schemas/params.ts';
import { filmEstimateSchema, newStepsSchema, renditionSchema } from '../schemas/rendition.ts';
import { sendBlob } from '../uploads/sendBlob.ts';

const tags = ['Renditions'];
const mediaTypes: Readonly<Record<RenditionFormat, string>> = {
  png: 'image/png',
  tiff: 'image/tiff',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  webp: 'image/webp',
};
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

const steps = createRoute({
  method: 'post',
  path: '/versions/{versionId}/renditions/steps',
  tags,
  summary: 'Refine, upscale and animate an approved version',
  description: 'Each step is a rendition, made of the one before; what was made already is not made again.',
  request: { params: versionParam, body: jsonBody(newStepsSchema) },
  responses: answers(202, renditionList, 'One for each step'),
});

const estimate = createRoute({
  method: 'get',
  path: '/versions/{versionId}/renditions/film',
  tags,
  summary: 'Who would make a film of a version, and for how much',
  request: { params: versionParam },
  responses: answers(200, filmEstimateSchema, 'The estimate'),
});

const cancel = createRoute({
  method: 'post',
  path: '/renditions/{renditionId}/cancel',
  tags,
  summary: 'Cancel a rendition, with what would have been made of it',
  request: { params },
  responses: answers(200, renditionSchema, 'The rendition, cancelled'),
});

const list = createRoute({
  method: 'get',
  path: '/versions/{versionId}/renditions',
  tags,
  summary: 'A version’s files',
  request: { params: versionParam },
  responses: answers(200, renditionList, 'Oldest first; of its own samples one of each format at most'),
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
  responses: answersBytes(Object.values(mediaTypes), 'The file'),
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
    .openapi(steps, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const items = unwrap(await makeSteps(ctx, c.get('actor'), wish));
      return send(c, 202, { schema: renditionList, value: { items } });
    })
    .openapi(estimate, async (c) => {
      const value = unwrap(await estimateFilm(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: filmEstimateSchema, value });
    })
    .openapi(cancel, async (c) => {
      const value = unwrap(await cancelRendition(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: renditionSchema, value });
    })
    .openapi(get, async (c) => {
      const found = unwrap(await findRendition(ctx, c.get('actor'), c.req.valid('param')));
      const { versionNumber: _, frameName: __, ...value } = found;
      return send(c, 200, { schema: renditionSchema, value });
    })
    .openapi(file, async (c) => {
      const rendition = unwrap(await findRendition(ctx, c.get('actor'), c.req.valid('param')));
      const { format, fileDigest, state } = rendition;
      if (!fileDigest) throw ApiProblem.of({ code: 'rendition.not-ready', facts: { state } });
      const fileName = fileNameOf(rendition);
      return sendBlob(c, ctx.blobs, { digest: fileDigest, mediaType: mediaTypes[format], fileName });
    });
}

const extensions: Readonly<Record<RenditionFormat, string>> = {
  png: 'png',
  tiff: 'tif',
  jpeg: 'jpg',
  mp4: 'mp4',
  webp: 'webp',
};

function fileNameOf({ frameName, versionNumber, digest, step, format }: RenditionAt): string {
  const made = step ? ` ${step.kind}` : '';
  return `${frameName} v${versionNumber} ${digest.slice(0, 8)}${made}.${extensions[format]}`;
}
