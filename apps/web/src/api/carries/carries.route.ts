import { createRoute } from '@hono/zod-openapi';
import { askCarry, listCarries, readCarry, readCarryReport, runCarry } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import {
  carryListSchema,
  carryParam,
  carryReportSchema,
  carryRunSchema,
  carrySchema,
  newCarrySchema,
} from '../schemas/carry.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { editParam } from '../schemas/worker.ts';

const tags = ['Series'];

const ask = createRoute({
  method: 'post',
  path: '/edits/{editId}/carries',
  tags,
  summary: 'Look for an edit’s region in the other frames of its series',
  description: 'Nothing is made and nothing spent before `run` names the frames.',
  request: { params: editParam, body: jsonBody(newCarrySchema) },
  responses: answers(201, carrySchema, 'The carry; its frames are being looked through'),
});

const list = createRoute({
  method: 'get',
  path: '/edits/{editId}/carries',
  tags,
  summary: 'The last carries of an edit',
  request: { params: editParam },
  responses: answers(200, carryListSchema, 'The newest first'),
});

const get = createRoute({
  method: 'get',
  path: '/carries/{carryId}',
  tags,
  summary: 'What was found where, and what it would take',
  request: { params: carryParam },
  responses: answers(200, carrySchema, 'The carry'),
});

const run = createRoute({
  method: 'post',
  path: '/carries/{carryId}/run',
  tags,
  summary: 'Make the edit in the frames that were confirmed',
  description: 'By the same engine, seed and parameters. A frame that has it already is left as it is.',
  request: { params: carryParam, body: jsonBody(carryRunSchema) },
  responses: answers(200, carrySchema, 'The carry with its edits'),
});

const report = createRoute({
  method: 'get',
  path: '/carries/{carryId}/report',
  tags,
  summary: 'What has changed in each frame, and how far the results differ',
  request: { params: carryParam },
  responses: answers(200, carryReportSchema, 'Frame by frame, in the order of the series'),
});

export const carryRoutes: Routes = (ctx) =>
  routes()
    .openapi(ask, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 201, { schema: carrySchema, value: unwrap(await askCarry(ctx, c.get('actor'), wish)) });
    })
    .openapi(list, async (c) => {
      const items = unwrap(await listCarries(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: carryListSchema, value: { items } });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readCarry(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: carrySchema, value });
    })
    .openapi(run, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 200, { schema: carrySchema, value: unwrap(await runCarry(ctx, c.get('actor'), wish)) });
    })
    .openapi(report, async (c) => {
      const value = unwrap(await readCarryReport(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: carryReportSchema, value });
    });
