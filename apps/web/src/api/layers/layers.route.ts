import { createRoute, z } from '@hono/zod-openapi';
import { type Ctx, findLayer, layerOverlay, removeLayer, reorderLayers, setLayer } from '@pinpaint/actions';
import type { LayerId } from '@pinpaint/domain';
import { routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, answersBytes, jsonBody, send } from '../schemas/openapi.ts';
import { id, versionParam } from '../schemas/params.ts';
import { nameSchema } from '../schemas/text.ts';
import { versionSchema } from '../schemas/version.ts';
import { sendBlob } from '../uploads/sendBlob.ts';
import { sendOverlay } from '../uploads/sendOverlay.ts';

const tags = ['Layers'];
const params = versionParam.extend({ layerId: id<LayerId>() });
const theVersion = answers(200, versionSchema, 'The draft with its layers');

const set = createRoute({
  method: 'patch',
  path: '/versions/{versionId}/layers/{layerId}',
  tags,
  summary: 'Hide, show, fade or rename a layer of the draft',
  request: {
    params,
    body: jsonBody(
      z.object({
        visible: z.boolean().optional(),
        opacity: z.number().int().min(0).max(255).optional(),
        name: nameSchema.optional(),
      }),
    ),
  },
  responses: theVersion,
});

const remove = createRoute({
  method: 'delete',
  path: '/versions/{versionId}/layers/{layerId}',
  tags,
  summary: 'Take a layer out of the draft',
  request: { params },
  responses: theVersion,
});

const reorder = createRoute({
  method: 'put',
  path: '/versions/{versionId}/layers',
  tags,
  summary: 'Put the draft’s layers in another order, lowest first',
  request: { params: versionParam, body: jsonBody(z.object({ order: z.array(id<LayerId>()).max(1_000) })) },
  responses: theVersion,
});

const pixels = createRoute({
  method: 'get',
  path: '/versions/{versionId}/layers/{layerId}/{part}',
  tags,
  summary: 'A layer’s patch or alpha, as it is stored',
  request: { params: params.extend({ part: z.enum(['patch', 'alpha']) }) },
  responses: answersBytes(['image/png'], 'Patch: RGB in the master’s own space and depth; alpha: 8-bit grey'),
});

const overlay = createRoute({
  method: 'get',
  path: '/versions/{versionId}/layers/{layerId}/overlay.png',
  tags,
  summary: 'A layer by itself, to be laid over the picture',
  description:
    'Straight alpha, without its opacity. The header `picture-rect` says where it lies: x, y, width, height.',
  request: { params },
  responses: answersBytes(['image/png'], '8-bit sRGB with alpha'),
});

export function layerRoutes(ctx: Ctx) {
  return routes()
    .openapi(set, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 200, {
        schema: versionSchema,
        value: unwrap(await setLayer(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(remove, async (c) => {
      const value = unwrap(await removeLayer(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: versionSchema, value });
    })
    .openapi(reorder, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 200, {
        schema: versionSchema,
        value: unwrap(await reorderLayers(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(overlay, async (c) =>
      sendOverlay(c, unwrap(await layerOverlay(ctx, c.get('actor'), c.req.valid('param')))),
    )
    .openapi(pixels, async (c) => {
      const { part, ...wish } = c.req.valid('param');
      const layer = unwrap(await findLayer(ctx, c.get('actor'), wish));
      const digest = part === 'patch' ? layer.patchDigest : layer.alphaDigest;
      return sendBlob(c, ctx.blobs, { digest, mediaType: 'image/png' });
    });
}
