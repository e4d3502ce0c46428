import { createRoute, z } from '@hono/zod-openapi';
import { addArtwork, findArtworkFile, mayAddArtwork, removeArtwork, renameArtwork } from '@pinpaint/actions';
import type { ArtworkId } from '@pinpaint/domain';
import { artworkLimits, inspectArtwork } from '@pinpaint/pictures';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { artworkParam, artworkSchema } from '../schemas/kit.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { id, projectParam } from '../schemas/params.ts';
import { nameSchema } from '../schemas/text.ts';
import { receiveUpload } from '../uploads/receiveUpload.ts';
import { sendBlob } from '../uploads/sendBlob.ts';
import { artworkProblem } from './artworkProblem.ts';
import { storeArtwork } from './storeArtwork.ts';

const tags = ['Brand kit'];

const add = createRoute({
  method: 'post',
  path: '/projects/{projectId}/artworks',
  tags,
  summary: 'Put an artwork into a project’s brand kit',
  description:
    'The body is the file itself: a PNG of at most 30 MB and 50 megapixels, or an SVG of at most 4 MB without scripts, references out of the file, and letters that need a font.',
  request: {
    params: projectParam,
    query: z.object({ id: id<ArtworkId>(), name: nameSchema }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: answers(201, artworkSchema, 'The artwork'),
});

const rename = createRoute({
  method: 'patch',
  path: '/artworks/{artworkId}',
  tags,
  summary: 'Rename an artwork: notes mean it by its name',
  request: { params: artworkParam, body: jsonBody(z.object({ name: nameSchema })) },
  responses: answers(200, artworkSchema, 'The artwork'),
});

const remove = createRoute({
  method: 'delete',
  path: '/artworks/{artworkId}',
  tags,
  summary: 'Take an artwork out of the kit; what was made with it stays',
  request: { params: artworkParam },
  responses: answers(200, artworkSchema, 'The artwork as it was'),
});

const preview = createRoute({
  method: 'get',
  path: '/artworks/{artworkId}/preview.png',
  tags,
  summary: 'An artwork as screens show it',
  request: { params: artworkParam },
  responses: answersBytes(['image/png'], 'At most 1,024 px a side'),
});

const file = createRoute({
  method: 'get',
  path: '/artworks/{artworkId}/file',
  tags,
  summary: 'An artwork’s file as it came',
  request: { params: artworkParam },
  responses: answersBytes(['image/png', 'image/svg+xml'], 'To be saved, never to be shown in place'),
});

export const artworkRoutes: Routes = (ctx, { uploads }) =>
  routes()
    .openapi(add, async (c) => {
      const actor = c.get('actor');
      const { projectId } = c.req.valid('param');
      // Before a stranger's bytes are taken in at all.
      unwrap(await mayAddArtwork(ctx, actor, { projectId }));
      const limits = { ...uploads, maxBytes: Math.min(uploads.maxBytes, artworkLimits.pngBytes) };
      const added = await receiveUpload(c.req.raw, limits, async (path) => {
        const facts = await inspectArtwork(path);
        if (!facts.ok) throw artworkProblem(facts.error);
        const files = await storeArtwork(ctx.blobs, path, { ...facts.value, ...limits });
        const { width, height } = facts.value;
        return addArtwork(ctx, actor, { ...c.req.valid('query'), projectId, width, height, ...files });
      });
      return send(c, 201, { schema: artworkSchema, value: unwrap(added) });
    })
    .openapi(rename, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 200, {
        schema: artworkSchema,
        value: unwrap(await renameArtwork(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(remove, async (c) => {
      const value = unwrap(await removeArtwork(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: artworkSchema, value });
    })
    .openapi(preview, async (c) => {
      const wish = { ...c.req.valid('param'), part: 'preview' } as const;
      const { digest, mediaType } = unwrap(await findArtworkFile(ctx, c.get('actor'), wish));
      return sendBlob(c, ctx.blobs, { digest, mediaType });
    })
    .openapi(file, async (c) => {
      const wish = { ...c.req.valid('param'), part: 'file' } as const;
      return sendBlob(c, ctx.blobs, unwrap(await findArtworkFile(ctx, c.get('actor'), wish)));
    });
