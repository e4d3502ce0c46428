import { createRoute, z } from '@hono/zod-openapi';
import {
  keepMask,
  type MaskPreview,
  maskBytesLimit,
  mayKeepMask,
  previewPinMask,
  previewRegionMask,
} from '@pinpaint/actions';
import { inspectMask } from '@pinpaint/pictures';
import type { Context } from 'hono';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { frameParam, pinParam } from '../schemas/params.ts';
import { rectSchema, regionSchema } from '../schemas/region.ts';
import { pictureProblem } from '../uploads/pictureProblem.ts';
import { receiveUpload } from '../uploads/receiveUpload.ts';

const tags = ['Masks'];

/** More than the longest side of what can come in. */
const pxLimit = 2_000;
const px = z.coerce.number().min(0).max(pxLimit);
const growing = { growPx: px.optional(), featherPx: px.optional() };

export const figuresSchema = z
  .object({
    rect: rectSchema,
    pixels: z.number().int().openapi({ description: 'In which anything may change.' }),
    share: z.number().openapi({ description: 'Of the frame, 0…1.' }),
  })
  .openapi('MaskFigures');

const description =
  'The region, grown and feathered, less the locks. The rectangle it lies in is in `x-mask-rect`.';
const regionBody = jsonBody(
  z.object({
    region: regionSchema,
    growPx: z.number().min(0).max(pxLimit).optional(),
    featherPx: z.number().min(0).max(pxLimit).optional(),
  }),
);

const ofPin = createRoute({
  method: 'get',
  path: '/pins/{pinId}/mask',
  tags,
  summary: 'What an edit of this pin might change',
  request: { params: pinParam, query: z.object(growing) },
  responses: answers(200, figuresSchema, 'Where and how much'),
});

const ofPinPng = createRoute({
  method: 'get',
  path: '/pins/{pinId}/mask.png',
  tags,
  summary: 'What an edit of this pin might change, as a picture',
  description,
  request: { params: pinParam, query: z.object(growing) },
  responses: answersBytes(['image/png'], '8-bit grey'),
});

const ofRegion = createRoute({
  method: 'post',
  path: '/frames/{frameId}/mask',
  tags,
  summary: 'What an edit of this region might change',
  request: { params: frameParam, body: regionBody },
  responses: answers(200, figuresSchema, 'Where and how much'),
});

const ofRegionPng = createRoute({
  method: 'post',
  path: '/frames/{frameId}/mask.png',
  tags,
  summary: 'What an edit of this region might change, as a picture',
  description,
  request: { params: frameParam, body: regionBody },
  responses: answersBytes(['image/png'], '8-bit grey'),
});

const keptSchema = z
  .object({
    mask: z.string().openapi({ description: 'What a region of kind `raster` names.' }),
    width: z.number().int(),
    height: z.number().int(),
  })
  .openapi('KeptMask');

const keep = createRoute({
  method: 'post',
  path: '/frames/{frameId}/masks',
  tags,
  summary: 'Bring the mask of a region of kind `raster`',
  description:
    'The body is the file itself: a PNG of 8-bit grey, of the size of the region’s `rect`, at most 8 MB.',
  request: {
    params: frameParam,
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: answers(201, keptSchema, 'Its name and size; the same for the same file'),
});

export const maskRoutes: Routes = (ctx, { uploads }) =>
  routes()
    .openapi(keep, async (c) => {
      const { frameId } = c.req.valid('param');
      const actor = c.get('actor');
      // Before a stranger's bytes are taken in at all.
      unwrap(await mayKeepMask(ctx.db, actor, { frameId }));
      const limits = { ...uploads, maxBytes: Math.min(uploads.maxBytes, maskBytesLimit) };
      const value = await receiveUpload(c.req.raw, limits, async (path) => {
        const size = await inspectMask(path, limits);
        if (!size.ok) throw pictureProblem(size.error);
        const stored = await ctx.blobs.putFile(path, limits);
        if (!stored.ok) throw new ApiProblem('upload.too-large', 413, 'The file is larger than allowed.');
        unwrap(await keepMask(ctx, actor, { frameId, upload: { ...stored.value, mediaType: 'image/png' } }));
        return { mask: stored.value.digest, ...size.value };
      });
      return send(c, 201, { schema: keptSchema, value });
    })
    .openapi(ofPin, async (c) => {
      const wish = { ...c.req.valid('param'), ...orDefault(c.req.valid('query')), asPng: false };
      const value = unwrap(await previewPinMask(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: figuresSchema, value });
    })
    .openapi(ofPinPng, async (c) => {
      const wish = { ...c.req.valid('param'), ...orDefault(c.req.valid('query')), asPng: true };
      return sendMask(c, unwrap(await previewPinMask(ctx, c.get('actor'), wish)));
    })
    .openapi(ofRegion, async (c) => {
      const { region, ...grow } = c.req.valid('json');
      const wish = { ...c.req.valid('param'), region, ...orDefault(grow), asPng: false };
      const value = unwrap(await previewRegionMask(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: figuresSchema, value });
    })
    .openapi(ofRegionPng, async (c) => {
      const { region, ...grow } = c.req.valid('json');
      const wish = { ...c.req.valid('param'), region, ...orDefault(grow), asPng: true };
      return sendMask(c, unwrap(await previewRegionMask(ctx, c.get('actor'), wish)));
    });

type Grow = { readonly growPx?: number | undefined; readonly featherPx?: number | undefined };

function orDefault({ growPx, featherPx }: Grow) {
  return { growPx: growPx ?? null, featherPx: featherPx ?? null };
}

function sendMask(c: Context, { rect, png }: MaskPreview): Response {
  const { x, y, width, height } = rect;
  return c.body(new Uint8Array(png ?? []), 200, {
    'content-type': 'image/png',
    'cache-control': 'no-store',
    'x-mask-rect': `${x},${y},${width},${height}`,
  });
}
