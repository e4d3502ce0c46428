import { createRoute, z } from '@hono/zod-openapi';
import {
  acceptCandidate,
  candidateFiles,
  candidateOverlay,
  discardCandidate,
  listCandidates,
  previewCandidate,
} from '@pinpaint/actions';
import type { CandidateId } from '@pinpaint/domain';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { acceptedSchema, candidateSchema, editSchema } from '../schemas/edit.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { id } from '../schemas/params.ts';
import { editParam } from '../schemas/worker.ts';
import { sendBlob } from '../uploads/sendBlob.ts';
import { sendOverlay } from '../uploads/sendOverlay.ts';

const tags = ['Candidates'];
const params = z.object({ candidateId: id<CandidateId>() });
const candidateList = z.object({ items: z.array(candidateSchema) });

const list = createRoute({
  method: 'get',
  path: '/edits/{editId}/candidates',
  tags,
  summary: 'An edit’s candidates with figures, flags and proof',
  request: { params: editParam },
  responses: answers(200, candidateList, 'The best first'),
});

const accept = createRoute({
  method: 'post',
  path: '/candidates/{candidateId}/accept',
  tags,
  summary: 'Take a candidate: it becomes a layer of the frame’s draft',
  request: { params, body: jsonBody(z.object({ placeAnyway: z.boolean().default(false) })) },
  responses: answers(201, acceptedSchema, 'The layer and its version'),
});

const discard = createRoute({
  method: 'post',
  path: '/candidates/{candidateId}/discard',
  tags,
  summary: 'Discard a candidate; with the last of them the edit',
  request: { params },
  responses: answers(200, editSchema, 'Its edit'),
});

const patch = createRoute({
  method: 'get',
  path: '/candidates/{candidateId}/patch.png',
  tags,
  summary: 'A candidate’s pixels, in the master’s own space',
  request: { params },
  responses: answersBytes(['image/png'], 'Of the size of `rect`, 8 or 16 bits'),
});

const alpha = createRoute({
  method: 'get',
  path: '/candidates/{candidateId}/alpha.png',
  tags,
  summary: 'How much of a candidate’s pixels shows where',
  request: { params },
  responses: answersBytes(['image/png'], 'Of the size of `rect`, 8-bit grey'),
});

const preview = createRoute({
  method: 'get',
  path: '/candidates/{candidateId}/preview.png',
  tags,
  summary: 'A candidate in its place',
  description: 'Of the size of the edit’s `cropRect`, in sRGB.',
  request: { params },
  responses: answersBytes(['image/png'], '8 or 16 bits'),
});

const overlay = createRoute({
  method: 'get',
  path: '/candidates/{candidateId}/overlay.png',
  tags,
  summary: 'A candidate by itself, to be laid over the picture',
  description: 'Straight alpha. The header `picture-rect` says where it lies: x, y, width, height.',
  request: { params },
  responses: answersBytes(['image/png'], '8-bit sRGB with alpha'),
});

export const candidateRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const items = unwrap(await listCandidates(ctx, c.get('actor'), c.req.valid('param').editId));
      return send(c, 200, { schema: candidateList, value: { items } });
    })
    .openapi(accept, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      const value = unwrap(await acceptCandidate(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: acceptedSchema, value });
    })
    .openapi(discard, async (c) => {
      const value = unwrap(await discardCandidate(ctx, c.get('actor'), c.req.valid('param').candidateId));
      return send(c, 200, { schema: editSchema, value });
    })
    .openapi(patch, async (c) => {
      const files = unwrap(await candidateFiles(ctx, c.get('actor'), c.req.valid('param').candidateId));
      return sendBlob(c, ctx.blobs, { digest: files.patch, mediaType: 'image/png' });
    })
    .openapi(alpha, async (c) => {
      const files = unwrap(await candidateFiles(ctx, c.get('actor'), c.req.valid('param').candidateId));
      return sendBlob(c, ctx.blobs, { digest: files.alpha, mediaType: 'image/png' });
    })
    .openapi(overlay, async (c) =>
      sendOverlay(c, unwrap(await candidateOverlay(ctx, c.get('actor'), c.req.valid('param').candidateId))),
    )
    .openapi(preview, async (c) => {
      const png = unwrap(await previewCandidate(ctx, c.get('actor'), c.req.valid('param').candidateId));
      return c.body(new Uint8Array(png), 200, {
        'content-type': 'image/png',
        'cache-control': 'private, no-cache',
      });
    });
