import { createRoute } from '@hono/zod-openapi';
import { addColour, changeColour, listKit, removeColour } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import {
  colourChangeSchema,
  colourParam,
  kitColourSchema,
  kitSchema,
  newColourSchema,
} from '../schemas/kit.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { projectParam } from '../schemas/params.ts';

const tags = ['Brand kit'];

const list = createRoute({
  method: 'get',
  path: '/projects/{projectId}/kit',
  tags,
  summary: 'A project’s artworks and colours',
  request: { params: projectParam },
  responses: answers(200, kitSchema, 'Each in the order they came'),
});

const add = createRoute({
  method: 'post',
  path: '/projects/{projectId}/colours',
  tags,
  summary: 'Put a colour into a project’s brand kit: from then on notes mean it by its name',
  request: { params: projectParam, body: jsonBody(newColourSchema) },
  responses: answers(201, kitColourSchema, 'The colour'),
});

const change = createRoute({
  method: 'patch',
  path: '/colours/{colourId}',
  tags,
  summary: 'Change a colour’s name or value',
  request: { params: colourParam, body: jsonBody(colourChangeSchema) },
  responses: answers(200, kitColourSchema, 'The colour'),
});

const remove = createRoute({
  method: 'delete',
  path: '/colours/{colourId}',
  tags,
  summary: 'Take a colour out of the kit',
  request: { params: colourParam },
  responses: answers(200, kitColourSchema, 'The colour as it was'),
});

export const kitRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listKit(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: kitSchema, value });
    })
    .openapi(add, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await addColour(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: kitColourSchema, value });
    })
    .openapi(change, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await changeColour(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: kitColourSchema, value });
    })
    .openapi(remove, async (c) => {
      const value = unwrap(await removeColour(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: kitColourSchema, value });
    });
