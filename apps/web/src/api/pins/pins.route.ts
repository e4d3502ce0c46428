import { createRoute } from '@hono/zod-openapi';
import { listPins, placePin, readPin } from '@pinpaint/actions';
import type { PersonId } from '@pinpaint/domain';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam, frameParam, id, pinParam } from '../schemas/params.ts';
import { newPinSchema, pinSchema, pinStateSchema } from '../schemas/pin.ts';

const tags = ['Pins'];

const place = createRoute({
  method: 'post',
  path: '/frames/{frameId}/pins',
  tags,
  summary: 'Drop a pin with a region and a note',
  request: { params: frameParam, body: jsonBody(newPinSchema) },
  responses: answers(201, pinSchema, 'The pin'),
});

const list = createRoute({
  method: 'get',
  path: '/frames/{frameId}/pins',
  tags,
  summary: 'A frame’s pins',
  request: {
    params: frameParam,
    query: idPageQuery.extend({ state: pinStateSchema.optional(), assigneeId: id<PersonId>().optional() }),
  },
  responses: answers(200, pageOf(pinSchema), 'In the order they were placed'),
});

const listOfBoard = createRoute({
  method: 'get',
  path: '/boards/{boardId}/pins',
  tags,
  summary: 'The pins of all of a board’s frames',
  request: { params: boardParam, query: idPageQuery },
  responses: answers(200, pageOf(pinSchema), 'In the order they were placed'),
});

const get = createRoute({
  method: 'get',
  path: '/pins/{pinId}',
  tags,
  summary: 'A pin',
  request: { params: pinParam },
  responses: answers(200, pinSchema, 'The pin'),
});

export const pinRoutes: Routes = (ctx) =>
  routes()
    .openapi(place, async (c) => {
      const wish = { ...c.req.valid('json'), frameId: c.req.valid('param').frameId };
      return send(c, 201, { schema: pinSchema, value: unwrap(await placePin(ctx, c.get('actor'), wish)) });
    })
    .openapi(list, async (c) => {
      const wish = { ...c.req.valid('query'), of: c.req.valid('param') };
      const value = unwrap(await listPins(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(pinSchema), value });
    })
    .openapi(listOfBoard, async (c) => {
      const wish = { ...c.req.valid('query'), of: c.req.valid('param') };
      const value = unwrap(await listPins(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(pinSchema), value });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readPin(ctx, c.get('actor'), c.req.valid('param').pinId));
      return send(c, 200, { schema: pinSchema, value });
    });
