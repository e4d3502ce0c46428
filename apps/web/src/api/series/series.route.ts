import { createRoute } from '@hono/zod-openapi';
import {
  addToSeries,
  listSeries,
  makeSeries,
  readSeries,
  removeSeries,
  renameSeries,
  reorderSeries,
  takeOutOfSeries,
} from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { frameParam, projectParam, seriesParam } from '../schemas/params.ts';
import {
  addedFramesSchema,
  newSeriesSchema,
  seriesChangeSchema,
  seriesOrderSchema,
  seriesSchema,
} from '../schemas/series.ts';

const tags = ['Series'];
const params = seriesParam;
const theSeries = answers(200, seriesSchema, 'The series');

const list = createRoute({
  method: 'get',
  path: '/projects/{projectId}/series',
  tags,
  summary: 'A project’s series',
  request: { params: projectParam, query: idPageQuery },
  responses: answers(200, pageOf(seriesSchema), 'Series, oldest first'),
});

const make = createRoute({
  method: 'post',
  path: '/projects/{projectId}/series',
  tags,
  summary: 'Make a series of frames',
  request: { params: projectParam, body: jsonBody(newSeriesSchema) },
  responses: answers(201, seriesSchema, 'The series'),
});

const get = createRoute({
  method: 'get',
  path: '/series/{seriesId}',
  tags,
  summary: 'A series with its frames',
  request: { params },
  responses: theSeries,
});

const rename = createRoute({
  method: 'patch',
  path: '/series/{seriesId}',
  tags,
  summary: 'Rename a series',
  request: { params, body: jsonBody(seriesChangeSchema) },
  responses: theSeries,
});

const remove = createRoute({
  method: 'delete',
  path: '/series/{seriesId}',
  tags,
  summary: 'Take a series apart; its frames stay',
  request: { params },
  responses: answersNothing('It is no series any more'),
});

const add = createRoute({
  method: 'post',
  path: '/series/{seriesId}/frames',
  tags,
  summary: 'Put frames at a series’ end',
  request: { params, body: jsonBody(addedFramesSchema) },
  responses: theSeries,
});

const reorder = createRoute({
  method: 'put',
  path: '/series/{seriesId}/frames',
  tags,
  summary: 'Put a series’ frames in another order',
  request: { params, body: jsonBody(seriesOrderSchema) },
  responses: theSeries,
});

const takeOut = createRoute({
  method: 'delete',
  path: '/series/{seriesId}/frames/{frameId}',
  tags,
  summary: 'Take a frame out of its series',
  request: { params: params.extend(frameParam.shape) },
  responses: theSeries,
});

export const seriesRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await listSeries(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(seriesSchema), value });
    })
    .openapi(make, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await makeSeries(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: seriesSchema, value });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readSeries(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: seriesSchema, value });
    })
    .openapi(rename, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await renameSeries(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: seriesSchema, value });
    })
    .openapi(remove, async (c) => {
      unwrap(await removeSeries(ctx, c.get('actor'), c.req.valid('param')));
      return c.body(null, 204);
    })
    .openapi(add, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await addToSeries(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: seriesSchema, value });
    })
    .openapi(reorder, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await reorderSeries(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: seriesSchema, value });
    })
    .openapi(takeOut, async (c) => {
      const value = unwrap(await takeOutOfSeries(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: seriesSchema, value });
    });
