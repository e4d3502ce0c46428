import { createRoute } from '@hono/zod-openapi';
import { placePin } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { frameParam } from '../schemas/params.ts';
import { newPinSchema, pinSchema } from '../schemas/pin.ts';

const place = createRoute({
  method: 'post',
  path: '/frames/{frameId}/pins',
  tags: ['Pins'],
  summary: 'Drop a pin with a region and a note',
  request: { params: frameParam, body: jsonBody(newPinSchema) },
  responses: answers(201, pinSchema, 'The pin'),
});

export const pinRoutes: Routes = (ctx) =>
  routes().openapi(place, async (c) => {
    const wish = { ...c.req.valid('json'), frameId: c.req.valid('param').frameId };
    return send(c, 201, { schema: pinSchema, value: unwrap(await placePin(ctx, c.get('actor'), wish)) });
  });
