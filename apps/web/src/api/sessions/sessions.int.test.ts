import { addMember, openSession, removeMember } from '@pinpaint/actions';
import { aGuest, aLink, aProject, aStudio, type TestPerson, valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type MemberId, newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { openTestApi, testPublicUrl } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { owner, artist, viewer } = studio.people;

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

async function signIn({ actor }: TestPerson) {
  const { studioId, personId } = actor;
  const opened = valueFrom(await openSession(ctx, { studioId, personId, userAgent: firefox }));
  return { ...opened, cookie: `__Host-pinpaint_session=${opened.secret}` };
}

const ours = { origin: testPublicUrl };
const newProject = () => ({ json: { id: newId<PinId>(), name: 'new' } });

it('is its person, with the roles they have now', async () => {
  const { cookie } = await signIn(artist);
  const me = await api.ask('GET /me', { headers: { cookie } });
  expect(me.json).toEqual((await api.ask('GET /me', { as: artist.token })).json);
});

it.each([[{}], [{ origin: 'https://evil.example.test' }], [{ 'sec-fetch-site': 'cross-site', ...ours }]])(
  'changes nothing for a page of another site: %j',
  async (headers) => {
    const { cookie } = await signIn(owner);
    const answer = await api.ask('POST /projects', { ...newProject(), headers: { cookie, ...headers } });
    expect([answer.status, answer.json.code]).toEqual([403, 'auth.foreign-page']);
  },
);

it('works for our own pages as a token does', async () => {
  const { cookie } = await signIn(owner);
  const answer = await api.ask('POST /projects', { ...newProject(), headers: { cookie, ...ours } });
  expect(answer.status).toBe(201);
});

it('is no bearer’s token of a worker, and nobody once it has expired', async () => {
  const { secret, sessionId, cookie } = await signIn(owner);
  expect((await api.ask('POST /worker/hello', { as: secret, json: {} })).status).toBe(401);
  await ctx.db.session.update({ where: { id: sessionId }, data: { expiresAt: new Date() } });
  const answer = await api.ask('GET /me', { headers: { cookie } });
  expect([answer.status, answer.json.code]).toEqual([401, 'auth.invalid']);
});

it('is listed for its person alone, and ended from another one at once', async () => {
  const desk = await signIn(artist);
  const lost = await signIn(artist);
  const listed = await api.ask('GET /sessions', { headers: { cookie: desk.cookie } });
  const mine = listed.json.items.filter(({ id }: { id: string }) =>
    [desk.sessionId, lost.sessionId].includes(id as never),
  );
  expect(mine).toMatchObject([
    { id: desk.sessionId, browser: 'Firefox on Linux', isCurrent: true },
    { id: lost.sessionId, browser: 'Firefox on Linux', isCurrent: false },
  ]);
  const others = await api.ask('GET /sessions', { as: owner.token });
  expect(JSON.stringify(others.json)).not.toContain(lost.sessionId);
  const stolen = await api.ask(`DELETE /sessions/${lost.sessionId}`, { as: owner.token });
  expect([stolen.status, stolen.json.code]).toEqual([404, 'session.not-found']);
  const headers = { cookie: desk.cookie, ...ours };
  for (const _ of [1, 2])
    expect((await api.ask(`DELETE /sessions/${lost.sessionId}`, { headers })).status).toBe(204);
  expect((await api.ask('GET /me', { headers: { cookie: lost.cookie } })).status).toBe(401);
  expect((await api.ask('GET /me', { headers: { cookie: desk.cookie } })).status).toBe(200);
});

it('is left by signing out, and the browser forgets it', async () => {
  const { cookie } = await signIn(artist);
  const left = await api.ask('DELETE /sessions/current', { headers: { cookie, ...ours } });
  expect(left.status).toBe(204);
  expect(left.headers.get('set-cookie')).toMatch(/^__Host-pinpaint_session=; Max-Age=0; Path=\/.*Secure/);
  expect((await api.ask('GET /me', { headers: { cookie } })).status).toBe(401);
  const byToken = await api.ask('DELETE /sessions/current', { as: artist.token });
  expect([byToken.status, byToken.json.code]).toEqual([404, 'session.not-found']);
});

it('goes on in another studio of the same person, and ends in this one', async () => {
  const other = await aStudio(ctx);
  const { email, actor } = artist;
  const wish = { id: newId<MemberId>(), email, name: 'x', role: 'viewer' as const, projectId: null };
  valueFrom(await addMember(ctx, other.people.owner.actor, wish));
  const here = await signIn(artist);
  const me = await api.ask('GET /me', { headers: { cookie: here.cookie } });
  expect(me.json.studios.map(({ id }: { id: string }) => id)).toEqual([studio.studioId, other.studioId]);
  const go = (studioId: string) =>
    api.ask('POST /sessions/current/studio', {
      json: { studioId },
      headers: { cookie: here.cookie, ...ours },
    });
  const gone = await go(other.studioId);
  expect([gone.status, gone.json]).toEqual([200, { studioId: other.studioId }]);
  const cookie = gone.headers.get('set-cookie')?.split(';')[0] ?? '';
  const there = await api.ask('GET /me', { headers: { cookie } });
  expect(there.json).toMatchObject({ studio: { id: other.studioId }, studioRole: 'viewer' });
  expect((await api.ask('GET /me', { headers: { cookie: here.cookie } })).status).toBe(401);
  const opened = await ctx.db.session.findFirstOrThrow({
    where: { studioId: other.studioId, personId: actor.personId },
  });
  expect(opened.expiresAt).toEqual(here.expiresAt);
  const events = await ctx.db.ledgerEvent.findMany({
    where: { subjectId: { in: [opened.id, here.sessionId] } },
    orderBy: [{ at: 'asc' }, { seq: 'asc' }],
  });
  expect(events.map(({ studioId, topic }) => [studioId, topic])).toEqual([
    [studio.studioId, 'session.opened'],
    [other.studioId, 'session.opened'],
    [studio.studioId, 'session.ended'],
  ]);
});

it('goes into no studio that its person is not a member of, and by a token into none', async () => {
  const strange = await aStudio(ctx);
  const { cookie } = await signIn(artist);
  const json = { studioId: strange.studioId };
  const answer = await api.ask('POST /sessions/current/studio', { json, headers: { cookie, ...ours } });
  expect([answer.status, answer.json.code]).toEqual([404, 'studio.not-found']);
  expect((await api.ask('GET /me', { headers: { cookie } })).status).toBe(200);
  const byToken = await api.ask('POST /sessions/current/studio', { json, as: artist.token });
  expect([byToken.status, byToken.json.code]).toEqual([404, 'session.not-found']);
});

it('ends with its person’s last role, and does not come back with them', async () => {
  const { cookie } = await signIn(viewer);
  valueFrom(await removeMember(ctx, owner.actor, { memberId: studio.memberIds.viewer }));
  const { studioId } = studio;
  const { personId } = viewer.actor;
  await ctx.db.member.create({ data: { id: newId(), studioId, personId, role: 'viewer' } });
  expect((await api.ask('GET /me', { headers: { cookie } })).status).toBe(401);
});

it('counts before a guest’s cookie, unless the page asks as the guest', async () => {
  const project = await aProject(ctx, studio);
  const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: project.id }));
  const cookie = `${(await signIn(artist)).cookie}; pinpaint_guest=${guest.token}`;
  const statusOf = async (what: string) => (await api.ask(what, { headers: { cookie } })).status;
  expect([await statusOf('GET /me'), await statusOf('GET /me?as=guest')]).toEqual([200, 404]);
  expect([await statusOf('GET /review'), await statusOf('GET /review?as=guest')]).toEqual([404, 200]);
});

it('leaves its beginning and its end in the ledger, and its secret nowhere', async () => {
  const { secret, sessionId, cookie } = await signIn(artist);
  await api.ask('DELETE /sessions/current', { headers: { cookie, ...ours } });
  const events = await ctx.db.ledgerEvent.findMany({
    where: { subjectId: sessionId },
    orderBy: { seq: 'asc' },
  });
  expect(events.map(({ topic }) => topic)).toEqual(['session.opened', 'session.ended']);
  const kept = JSON.stringify([await ctx.db.session.findMany(), events]);
  expect(kept).not.toContain(secret);
});
