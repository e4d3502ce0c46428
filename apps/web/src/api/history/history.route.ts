import { createRoute } from '@hono/zod-openapi';
import { listBoardHistory, readBoardAt, readBoardStorage } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { boardStorageSchema, historyQuery, momentOfBoardSchema, momentParam } from '../schemas/history.ts';
import { answers, answersBytes, send } from '../schemas/openapi.ts';
import { pageOf } from '../schemas/paging.ts';
import { boardParam } from '../schemas/params.ts';
import { limitLooks } from './limitLooks.ts';

const tags = ['Boards'];
const page = pageOf(momentOfBoardSchema);

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/history',
  tags,
  summary: 'What was done on a board, and when it can be looked at',
  description:
    'Of its living document: where frames lie, groups, stickies, drawings, regions being refined. What is older is kept more coarsely. Restoring is a change to the living document, in its room. Looks are bounded by person, here and at a moment: a 429 `history.too-many-looks` says in Retry-After when to come back; so does a 503 `history.busy` or `history.timed-out`.',
  request: { params: boardParam, query: historyQuery },
  responses: answers(200, page, 'Moments, newest first'),
});

const look = createRoute({
  method: 'get',
  path: '/boards/{boardId}/history/{seq}',
  tags,
  summary: 'A board as it was',
  request: { params: boardParam.extend(momentParam.shape) },
  responses: answersBytes(['application/octet-stream'], 'A Yjs update (v1), for an empty document'),
});

const storage = createRoute({
  method: 'get',
  path: '/boards/{boardId}/storage',
  tags,
  summary: 'What a board takes',
  request: { params: boardParam },
  responses: answers(200, boardStorageSchema, 'Its document, its history and its pictures'),
});

export const historyRoutes: Routes = (ctx) => {
  const countLook = limitLooks(ctx);
  return routes()
    .openapi(list, async (c) => {
      countLook(c.get('actor'));
      const { after = null, ...query } = c.req.valid('query');
      const wish = { ...query, after, ...c.req.valid('param'), signal: c.req.raw.signal };
      const value = unwrap(await listBoardHistory(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: page, value });
    })
    .openapi(look, async (c) => {
      countLook(c.get('actor'));
      const moment = { ...c.req.valid('param'), signal: c.req.raw.signal };
      const state = unwrap(await readBoardAt(ctx, c.get('actor'), moment));
      const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' };
      return c.body(state, 200, headers);
    })
    .openapi(storage, async (c) => {
      const { historyFrom, ...sizes } = unwrap(
        await readBoardStorage(ctx, c.get('actor'), c.req.valid('param')),
      );
      const value = { ...sizes, historyFrom: historyFrom?.toISOString() ?? null };
      return send(c, 200, { schema: boardStorageSchema, value });
    });
};
