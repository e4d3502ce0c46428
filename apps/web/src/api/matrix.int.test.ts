import { aBoard, aGuest, aLink, aProject, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type Action, type ActorRole, may, newId, type PinId, roles } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from './testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { people } = studio;
const project = await aProject(ctx, studio);
const board = await aBoard(ctx, studio, { projectId: project.id });
const link = await aLink(ctx, studio, { projectId: project.id });
const guest = await aGuest(ctx, link);
const tokenOf = (role: ActorRole) => (role === 'guest' ? guest.token : people[role].token);

type Case = {
  readonly action: Action;
  /** As `POST /projects`; made anew for each role. */
  readonly what: () => string | Promise<string>;
  readonly json?: () => object;
};

const newThing = () => ({ id: newId(), name: 'new' });
const aMember = async () => {
  const json = { id: newId(), email: `${newId<PinId>()}@example.test`, name: 'new', role: 'viewer' };
  await api.ask('POST /members', { as: people.owner.token, json });
  return json.id;
};

/** Every route of these subjects, by the right it needs. */
const cases: readonly Case[] = [
  { action: 'studio.read', what: () => 'GET /studio' },
  { action: 'studio.read', what: () => 'GET /me' },
  { action: 'studio.manage', what: () => 'PATCH /studio', json: () => ({ name: 'renamed' }) },
  { action: 'member.read', what: () => 'GET /members' },
  { action: 'member.read', what: () => `GET /members?projectId=${project.id}` },
  {
    action: 'member.manage',
    what: () => 'POST /members',
    json: () => ({ ...newThing(), email: `${newId<PinId>()}@example.test`, role: 'artist' }),
  },
  {
    action: 'member.manage',
    what: async () => `PATCH /members/${await aMember()}`,
    json: () => ({ role: 'client' }),
  },
  { action: 'member.manage', what: async () => `DELETE /members/${await aMember()}` },
  { action: 'token.manage', what: () => 'GET /tokens' },
  { action: 'token.manage', what: () => 'POST /tokens', json: newThing },
  { action: 'project.read', what: () => 'GET /projects' },
  { action: 'project.read', what: () => `GET /projects/${project.id}` },
  { action: 'project.create', what: () => 'POST /projects', json: newThing },
  {
    action: 'project.manage',
    what: () => `PATCH /projects/${project.id}`,
    json: () => ({ policy: { start: 'confident' } }),
  },
  { action: 'board.read', what: () => `GET /projects/${project.id}/boards` },
  { action: 'board.read', what: () => `GET /boards/${board.id}` },
  { action: 'board.create', what: () => `POST /projects/${project.id}/boards`, json: newThing },
  { action: 'board.manage', what: () => `PATCH /boards/${board.id}`, json: () => ({ name: 'renamed' }) },
  { action: 'link.read', what: () => `GET /projects/${project.id}/links` },
  { action: 'link.manage', what: () => `POST /projects/${project.id}/links`, json: newThing },
  {
    action: 'link.manage',
    what: async () => `DELETE /links/${(await aLink(ctx, studio, { projectId: project.id })).link.id}`,
  },
  { action: 'ledger.read', what: () => 'GET /ledger' },
  { action: 'ledger.read', what: () => `GET /ledger?projectId=${project.id}` },
  { action: 'ledger.read', what: () => 'GET /ledger/verify' },
  { action: 'ledger.read', what: () => 'GET /ledger/export' },
  { action: 'worker.read', what: () => 'GET /worker-tokens' },
  { action: 'worker.manage', what: () => 'POST /worker-tokens', json: newThing },
  {
    action: 'worker.manage',
    what: async () => {
      const made = await api.ask('POST /worker-tokens', { as: people.owner.token, json: newThing() });
      return `DELETE /worker-tokens/${made.json.token.id}`;
    },
  },
];

describe.each([...roles, 'guest'] as const)('as %s', (role) => {
  it.each(cases.map((one, at) => [one.action, at] as const))(
    '%s is what the table says (%i)',
    async (action, at) => {
      const { what, json } = cases[at] as Case;
      const request = await what();
      const before = await ctx.db.ledgerEvent.count();
      const answer = await api.ask(request, { as: tokenOf(role), ...(json ? { json: json() } : {}) });
      if (may(role, action)) {
        expect(answer.status, `${request}: ${answer.json?.code}`).toBeLessThan(300);
      } else {
        expect([403, 404], `${request} was ${answer.status}`).toContain(answer.status);
        expect(await ctx.db.ledgerEvent.count()).toBe(before);
      }
    },
  );
});

describe('an admin', () => {
  const { admin, owner } = people;
  const as = admin.token;

  it('makes and unmakes no owner', async () => {
    const ownerMember = studio.memberIds.owner;
    const wish = { id: newId(), email: 'new-owner@example.test', name: 'x', role: 'owner' };
    for (const answer of [
      await api.ask('POST /members', { as, json: wish }),
      await api.ask(`PATCH /members/${ownerMember}`, { as, json: { role: 'viewer' } }),
      await api.ask(`DELETE /members/${ownerMember}`, { as }),
      await api.ask(`PATCH /members/${studio.memberIds.admin}`, { as, json: { role: 'owner' } }),
    ])
      expect([answer.status, answer.json.code]).toEqual([403, 'right.missing']);
  });

  it('does not make an owner a viewer of a project by adding them to it', async () => {
    const json = { id: newId(), email: owner.email, name: 'x', role: 'viewer', projectId: project.id };
    const answer = await api.ask('POST /members', { as, json });
    expect([answer.status, answer.json.code]).toEqual([403, 'right.missing']);
  });
});

it('keeps at least one owner, even when two leave at once', async () => {
  const other = await aStudio(ctx);
  const { owner, admin } = other.people;
  const lone = await api.ask(`DELETE /members/${other.memberIds.owner}`, { as: owner.token });
  expect([lone.status, lone.json.code]).toEqual([409, 'member.last-owner']);
  const json = { role: 'owner' };
  await api.ask(`PATCH /members/${other.memberIds.admin}`, { as: owner.token, json });
  const answers = await Promise.all([
    api.ask(`DELETE /members/${other.memberIds.owner}`, { as: owner.token }),
    api.ask(`DELETE /members/${other.memberIds.admin}`, { as: admin.token }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const owners = await ctx.db.member.count({ where: { studioId: other.studioId, role: 'owner' } });
  expect(owners).toBe(1);
});

it('lets nobody in one studio reach into another', async () => {
  const theirs = await aStudio(ctx);
  const as = theirs.people.owner.token;
  const wish = { json: newThing() };
  const before = await ctx.db.ledgerEvent.count();
  const member = { json: { role: 'viewer' } };
  const workerToken = await api.ask('POST /worker-tokens', { as: people.owner.token, json: newThing() });
  for (const [what, ask] of [
    [`GET /projects/${project.id}`, {}],
    [`PATCH /projects/${project.id}`, { json: { name: 'taken' } }],
    [`GET /projects/${project.id}/boards`, {}],
    [`POST /projects/${project.id}/boards`, wish],
    [`GET /boards/${board.id}`, {}],
    [`PATCH /boards/${board.id}`, { json: { name: 'taken' } }],
    [`GET /projects/${project.id}/links`, {}],
    [`POST /projects/${project.id}/links`, wish],
    [`DELETE /links/${link.link.id}`, {}],
    [`GET /ledger?projectId=${project.id}`, {}],
    [`GET /ledger/export?projectId=${project.id}`, {}],
    [`GET /members?projectId=${project.id}`, {}],
    [`PATCH /members/${studio.memberIds.viewer}`, member],
    [`DELETE /members/${studio.memberIds.viewer}`, {}],
    [
      `POST /members`,
      { json: { ...newThing(), email: 'a@example.test', role: 'artist', projectId: project.id } },
    ],
    [`DELETE /worker-tokens/${workerToken.json.token.id}`, {}],
  ] as const) {
    const answer = await api.ask(what, { as, ...ask });
    expect([what, answer.status]).toEqual([what, 404]);
  }
  const own = await aProject(ctx, theirs);
  const json = { ...newThing(), boardId: board.id };
  const stolen = await api.ask(`POST /projects/${own.id}/links`, { as, json });
  expect([stolen.status, stolen.json.code]).toEqual([404, 'board.not-found']);
  expect(await ctx.db.ledgerEvent.count()).toBe(before + 2);
  for (const what of ['GET /projects', 'GET /members', 'GET /ledger', 'GET /events', 'GET /worker-tokens']) {
    const { json: seen } = await api.ask(what, { as });
    expect(JSON.stringify(seen)).not.toContain(studio.studioId);
    for (const id of [project.id, board.id, link.link.id, people.owner.actor.personId])
      expect(JSON.stringify(seen)).not.toContain(id);
  }
});
