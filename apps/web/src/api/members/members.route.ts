import { createRoute } from '@hono/zod-openapi';
import { addMember, changeMemberRole, listMembers, removeMember } from '@pinpaint/actions';
import type { ProjectId } from '@pinpaint/domain';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { addedMemberSchema, memberChangeSchema, memberSchema, newMemberSchema } from '../schemas/member.ts';
import { answers, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { id, memberParam } from '../schemas/params.ts';
import { inviteByMail } from './inviteByMail.ts';

const tags = ['Members'];

const list = createRoute({
  method: 'get',
  path: '/members',
  tags,
  summary: 'Who has which role',
  request: { query: idPageQuery.extend({ projectId: id<ProjectId>().optional() }) },
  responses: answers(200, pageOf(memberSchema), 'Members, oldest first'),
});

const add = createRoute({
  method: 'post',
  path: '/members',
  tags,
  summary: 'Give somebody a role, in the studio or in one project',
  request: { body: jsonBody(newMemberSchema) },
  responses: answers(201, addedMemberSchema, 'The member'),
});

const change = createRoute({
  method: 'patch',
  path: '/members/{memberId}',
  tags,
  summary: 'Change a role',
  request: { params: memberParam, body: jsonBody(memberChangeSchema) },
  responses: answers(200, memberSchema, 'The member'),
});

const remove = createRoute({
  method: 'delete',
  path: '/members/{memberId}',
  tags,
  summary: 'Take a role away',
  description: 'With the role in the studio all in its projects go too. Tokens stop working at once.',
  request: { params: memberParam },
  responses: answersNothing('They are no longer a member'),
});

export const memberRoutes: Routes = (ctx, deps) => {
  const inviteMember = inviteByMail(ctx, deps);
  return routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listMembers(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: pageOf(memberSchema), value });
    })
    .openapi(add, async (c) => {
      const { invite, ...wish } = c.req.valid('json');
      const member = unwrap(await addMember(ctx, c.get('actor'), wish));
      const invited = invite && (await inviteMember(c.get('actor'), member));
      return send(c, 201, { schema: addedMemberSchema, value: { ...member, invited } });
    })
    .openapi(change, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await changeMemberRole(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: memberSchema, value });
    })
    .openapi(remove, async (c) => {
      unwrap(await removeMember(ctx, c.get('actor'), c.req.valid('param')));
      return c.body(null, 204);
    });
};
