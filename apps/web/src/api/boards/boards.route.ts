import { createRoute } from '@hono/zod-openapi';
import { changeBoard, createBoard, listBoards, readBoard } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam, projectParam } from '../schemas/params.ts';
import { boardChangeSchema, boardSchema, newBoardSchema } from '../schemas/project.ts';
import { archivedQuery } from '../schemas/text.ts';

const tags = ['Boards'];

const list = createRoute({
  method: 'get',
  path: '/projects/{projectId}/boards',
  tags,
  summary: 'A project’s boards',
  request: { params: projectParam, query: idPageQuery.extend({ archived: archivedQuery }) },
  responses: answers(200, pageOf(boardSchema), 'Boards, oldest first'),
});

const create = createRoute({
  method: 'post',
  path: '/projects/{projectId}/boards',
  tags,
  summary: 'Make a board',
  request: { params: projectParam, body: jsonBody(newBoardSchema) },
  responses: answers(201, boardSchema, 'The board'),
});

const get = createRoute({
  method: 'get',
  path: '/boards/{boardId}',
  tags,
  summary: 'A board',
  request: { params: boardParam },
  responses: answers(200, boardSchema, 'The board'),
});

const change = createRoute({
  method: 'patch',
  path: '/boards/{boardId}',
  tags,
  summary: 'Rename a board, or put it into the archive and back',
  request: { params: boardParam, body: jsonBody(boardChangeSchema) },
  responses: answers(200, boardSchema, 'The board'),
});

export const boardRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await listBoards(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(boardSchema), value });
    })
    .openapi(create, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await createBoard(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: boardSchema, value });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readBoard(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: boardSchema, value });
    })
    .openapi(change, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await changeBoard(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: boardSchema, value });
    });
