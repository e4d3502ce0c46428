import { createRoute, z } from '@hono/zod-openapi';
import { listBoardLocks, listLocks, removeLock, setLock } from '@pinpaint/actions';
import type { LockId } from '@pinpaint/domain';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { lockSchema } from '../schemas/frame.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam, frameParam, id } from '../schemas/params.ts';
import { regionSchema } from '../schemas/region.ts';

const tags = ['Locks'];

const set = createRoute({
  method: 'post',
  path: '/frames/{frameId}/locks',
  tags,
  summary: 'Lock a region: no edit may touch it',
  request: {
    params: frameParam,
    body: jsonBody(z.object({ id: id<LockId>(), name: z.string().min(1).max(200), region: regionSchema })),
  },
  responses: answers(201, lockSchema, 'The lock'),
});

const list = createRoute({
  method: 'get',
  path: '/frames/{frameId}/locks',
  tags,
  summary: 'A frame’s locks in force',
  request: { params: frameParam },
  responses: answers(200, z.object({ items: z.array(lockSchema) }), 'Oldest first'),
});

const listOfBoard = createRoute({
  method: 'get',
  path: '/boards/{boardId}/locks',
  tags,
  summary: 'The locks in force on all of a board’s frames',
  request: { params: boardParam, query: idPageQuery },
  responses: answers(200, pageOf(lockSchema), 'Oldest first'),
});

const remove = createRoute({
  method: 'delete',
  path: '/locks/{lockId}',
  tags,
  summary: 'Remove a lock',
  request: { params: z.object({ lockId: id<LockId>() }) },
  responses: answers(200, lockSchema, 'The lock as it was'),
});

export const lockRoutes: Routes = (ctx) =>
  routes()
    .openapi(set, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      return send(c, 201, { schema: lockSchema, value: unwrap(await setLock(ctx, c.get('actor'), wish)) });
    })
    .openapi(list, async (c) => {
      const items = unwrap(await listLocks(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: z.object({ items: z.array(lockSchema) }), value: { items } });
    })
    .openapi(listOfBoard, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await listBoardLocks(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(lockSchema), value });
    })
    .openapi(remove, async (c) => {
      const value = unwrap(await removeLock(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: lockSchema, value });
    });
