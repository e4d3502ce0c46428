import { createRoute } from '@hono/zod-openapi';
import { listLinks, makeLink, revokeLink } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { linkSchema, madeLinkSchema, newLinkSchema } from '../schemas/link.ts';
import { answers, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { linkParam, projectParam } from '../schemas/params.ts';

const tags = ['Review links'];

const list = createRoute({
  method: 'get',
  path: '/projects/{projectId}/links',
  tags,
  summary: 'A project’s review links, and who opened them',
  request: { params: projectParam, query: idPageQuery },
  responses: answers(200, pageOf(linkSchema), 'Links, oldest first; revoked ones too'),
});

const make = createRoute({
  method: 'post',
  path: '/projects/{projectId}/links',
  tags,
  summary: 'Make a client’s way in, without an account',
  request: { params: projectParam, body: jsonBody(newLinkSchema) },
  responses: answers(201, madeLinkSchema, 'The link, with its address'),
});

const revoke = createRoute({
  method: 'delete',
  path: '/links/{linkId}',
  tags,
  summary: 'Close a review link and shut its guests out',
  request: { params: linkParam },
  responses: answersNothing('It no longer lets anybody in'),
});

export const linkRoutes: Routes = (ctx, { linksAt, postMail }) =>
  routes()
    .openapi(list, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await listLinks(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: pageOf(linkSchema), value });
    })
    .openapi(make, async (c) => {
      c.set('shownOnce', ['secret', 'url']);
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      if (wish.asksCode && !postMail) throw ApiProblem.of({ code: 'mail.not-configured' });
      const made = unwrap(await makeLink(ctx, c.get('actor'), wish));
      const url = made.secret && `${linksAt()}/r/${made.secret}`;
      return send(c, 201, { schema: madeLinkSchema, value: { ...made, url } });
    })
    .openapi(revoke, async (c) => {
      unwrap(await revokeLink(ctx, c.get('actor'), c.req.valid('param')));
      return c.body(null, 204);
    });
