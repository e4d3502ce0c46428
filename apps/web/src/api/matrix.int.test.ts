import { aBoard, aGuest, aLink, aProject, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type PinId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from './testing/openTestApi.ts';
import { describeRights } from './testing/rights/describeRights.ts';
import { newThing } from './testing/rights/routeRight.ts';
import { studioRights } from './testing/rights/studioRights.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { people } = studio;
const project = await aProject(ctx, studio);
const board = await aBoard(ctx, studio, { projectId: project.id });
const link = await aLink(ctx, studio, { projectId: project.id });
const guest = await aGuest(ctx, link);
const { owner } = people;

const { artworkId } = await anArtwork();
const { seq } = await ctx.db.boardUpdate.create({
  data: { studioId: studio.studioId, boardId: board.id, seq: 1, update: Uint8Array.of(0, 0) },
});

describeRights(
  {
    api,
    routes: studioRights,
    shared: { projectId: project.id, boardId: board.id, seq, artworkId },
    make: {
      member: async () => {
        const json = { ...newThing(), email: `${newId<PinId>()}@example.test`, role: 'viewer' };
        await api.ask('POST /members', { as: owner.token, json });
        return { memberId: json.id };
      },
      link: async () => ({ linkId: (await aLink(ctx, studio, { projectId: project.id })).link.id }),
      newName: async () => ({ newName: newId() }),
      artwork: anArtwork,
      colour: async () => {
        const json = { id: newId(), name: newId(), hex: '#0047ab' };
        await api.ask(`POST /projects/${project.id}/colours`, { as: owner.token, json });
        return { colourId: json.id };
      },
      workerToken: async () => {
        const made = await api.ask('POST /worker-tokens', { as: owner.token, json: newThing() });
        return { tokenId: made.json.token.id };
      },
    },
  },
  (role) => (role === 'guest' ? guest.token : people[role].token),
);

async function anArtwork() {
  const id = newId();
  const body = Buffer.from(await asPng(aPicture()));
  const headers = { 'content-type': 'application/octet-stream' };
  await api.ask(`POST /projects/${project.id}/artworks?id=${id}&name=${id}`, {
    as: owner.token,
    body,
    headers,
  });
  return { artworkId: id };
}

describe('an admin', () => {
  const { admin } = people;
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

it('takes no board and no link into an archived project, until it is taken out again', async () => {
  const { id } = await aProject(ctx, studio);
  const { token: as } = owner;
  const archive = (archived: boolean) => api.ask(`PATCH /projects/${id}`, { as, json: { archived } });
  const begin = (what: string) => api.ask(`POST /projects/${id}/${what}`, { as, json: newThing() });
  expect((await archive(true)).status).toBe(200);
  for (const what of ['boards', 'links'])
    expect(await begin(what)).toMatchObject({ status: 409, json: { code: 'project.archived' } });
  expect((await archive(false)).status).toBe(200);
  for (const what of ['boards', 'links']) expect((await begin(what)).status).toBe(201);
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
