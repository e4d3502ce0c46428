import { createRoute } from '@hono/zod-openapi';
import { deriveFrame, proveDerivation } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { frameSchema } from '../schemas/frame.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { frameParam, versionParam } from '../schemas/params.ts';
import { derivationSchema, newDerivedSchema } from '../schemas/series.ts';

const derive = createRoute({
  method: 'post',
  path: '/versions/{versionId}/derive',
  tags: ['Frames'],
  summary: 'Derive a frame from a version',
  description:
    'The same master by its digest, and the version’s layers as the new frame’s v1. It joins the base’s series, or a new one of the two.',
  request: { params: versionParam, body: jsonBody(newDerivedSchema) },
  responses: answers(201, frameSchema, 'The new frame, beside its base'),
});

const derivation = createRoute({
  method: 'get',
  path: '/frames/{frameId}/derivation',
  tags: ['Proof'],
  summary: 'Count anew what a derived frame changes of its base',
  request: { params: frameParam },
  responses: answers(200, derivationSchema, 'Counted from the two stored results'),
});

export const derivedRoutes: Routes = (ctx) =>
  routes()
    .openapi(derive, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await deriveFrame(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: frameSchema, value });
    })
    .openapi(derivation, async (c) => {
      const value = unwrap(await proveDerivation(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: derivationSchema, value });
    });
