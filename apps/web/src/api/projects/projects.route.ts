import { createRoute, z } from '@hono/zod-openapi';
import { changeProject, createProject, listPeople, listProjects, readProject } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { projectPersonSchema } from '../schemas/member.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { projectParam } from '../schemas/params.ts';
import { newProjectSchema, projectChangeSchema, projectSchema } from '../schemas/project.ts';
import { archivedQuery } from '../schemas/text.ts';

const tags = ['Projects'];
const peopleSchema = z.object({ items: z.array(projectPersonSchema) });

const list = createRoute({
  method: 'get',
  path: '/projects',
  tags,
  summary: 'The projects one has a role in',
  request: { query: idPageQuery.extend({ archived: archivedQuery }) },
  responses: answers(200, pageOf(projectSchema), 'Projects, oldest first'),
});

const create = createRoute({
  method: 'post',
  path: '/projects',
  tags,
  summary: 'Begin a project',
  request: { body: jsonBody(newProjectSchema) },
  responses: answers(201, projectSchema, 'The project'),
});

const get = createRoute({
  method: 'get',
  path: '/projects/{projectId}',
  tags,
  summary: 'A project',
  request: { params: projectParam },
  responses: answers(200, projectSchema, 'The project'),
});

const people = createRoute({
  method: 'get',
  path: '/projects/{projectId}/people',
  tags,
  summary: 'Who can be given pins and be spoken to there',
  request: { params: projectParam },
  responses: answers(200, peopleSchema, 'By name'),
});

const change = createRoute({
  method: 'patch',
  path: '/projects/{projectId}',
  tags,
  summary: 'Rename a project, set its policy, or put it into the archive and back',
  request: { params: projectParam, body: jsonBody(projectChangeSchema) },
  responses: answers(200, projectSchema, 'The project'),
});

export const projectRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listProjects(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: pageOf(projectSchema), value });
    })
    .openapi(create, async (c) => {
      const value = unwrap(await createProject(ctx, c.get('actor'), c.req.valid('json')));
      return send(c, 201, { schema: projectSchema, value });
    })
    .openapi(get, async (c) => {
      const value = unwrap(await readProject(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: projectSchema, value });
    })
    .openapi(people, async (c) => {
      const items = unwrap(await listPeople(ctx, c.get('actor'), c.req.valid('param')));
      return send(c, 200, { schema: peopleSchema, value: { items } });
    })
    .openapi(change, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await changeProject(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: projectSchema, value });
    });
