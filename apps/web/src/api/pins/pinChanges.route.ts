import { createRoute, z } from '@hono/zod-openapi';
import {
  assignPin,
  changePinReading,
  changePinRegion,
  declinePin,
  reopenPin,
  resolvePin,
  setPinDue,
} from '@pinpaint/actions';
import type { PersonId } from '@pinpaint/domain';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { intentSchema } from '../schemas/intent.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { id, pinParam } from '../schemas/params.ts';
import { pinSchema } from '../schemas/pin.ts';
import { regionSchema } from '../schemas/region.ts';

const tags = ['Pins'];
const responses = answers(200, pinSchema, 'The pin');

/** @param part the field of a pin that is replaced whole */
function replacing<P extends string, S extends z.ZodType>(part: P, summary: string, schema: S) {
  return createRoute({
    method: 'put',
    path: `/pins/{pinId}/${part}` as const,
    tags,
    summary,
    request: { params: pinParam, body: jsonBody(schema) },
    responses,
  });
}

function moving<V extends string>(verb: V, summary: string) {
  return createRoute({
    method: 'post',
    path: `/pins/{pinId}/${verb}` as const,
    tags,
    summary,
    request: { params: pinParam },
    responses,
  });
}

const region = replacing('region', 'Change where a pin points', z.object({ region: regionSchema }));
const reading = replacing(
  'reading',
  'Say what a note means; null lets the machine read it again',
  z.object({ reading: intentSchema.nullable() }),
);
const assignee = replacing(
  'assignee',
  'Give a pin to somebody',
  z.object({ assigneeId: id<PersonId>().nullable() }),
);
const due = replacing(
  'due',
  'Say by when it should be done',
  z.object({ dueAt: z.iso.datetime({ offset: true }).nullable() }),
);
const resolve = moving('resolve', 'It was done by hand');
const reopen = moving('reopen', 'It is not done after all');
const decline = createRoute({
  method: 'post',
  path: '/pins/{pinId}/decline',
  tags,
  summary: 'It will not be done, and why',
  request: { params: pinParam, body: jsonBody(z.object({ reason: z.string().max(200_000) })) },
  responses,
});

export const pinChangeRoutes: Routes = (ctx) =>
  routes()
    .openapi(region, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return send(c, 200, {
        schema: pinSchema,
        value: unwrap(await changePinRegion(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(reading, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return send(c, 200, {
        schema: pinSchema,
        value: unwrap(await changePinReading(ctx, c.get('actor'), wish)),
      });
    })
    .openapi(assignee, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return send(c, 200, { schema: pinSchema, value: unwrap(await assignPin(ctx, c.get('actor'), wish)) });
    })
    .openapi(due, async (c) => {
      const { dueAt } = c.req.valid('json');
      const wish = { ...c.req.valid('param'), dueAt: dueAt === null ? null : new Date(dueAt) };
      return send(c, 200, { schema: pinSchema, value: unwrap(await setPinDue(ctx, c.get('actor'), wish)) });
    })
    .openapi(decline, async (c) => {
      const wish = { ...c.req.valid('param'), ...c.req.valid('json') };
      return send(c, 200, { schema: pinSchema, value: unwrap(await declinePin(ctx, c.get('actor'), wish)) });
    })
    .openapi(resolve, async (c) => {
      const { pinId } = c.req.valid('param');
      return send(c, 200, { schema: pinSchema, value: unwrap(await resolvePin(ctx, c.get('actor'), pinId)) });
    })
    .openapi(reopen, async (c) => {
      const { pinId } = c.req.valid('param');
      return send(c, 200, { schema: pinSchema, value: unwrap(await reopenPin(ctx, c.get('actor'), pinId)) });
    });
