import { aLink, aProject, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type ProjectId, type TokenId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';
import { claimKey, keptMs, releaseKey, settleKey } from './keys.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { owner, artist } = studio.people;
const newKey = () => crypto.randomUUID();

it('answers the same request with the same answer and does nothing twice', async () => {
  const ask = { as: owner.token, key: newKey(), json: { id: newId<ProjectId>(), name: 'once' } };
  const first = await api.ask('POST /projects', ask);
  const events = await ctx.db.ledgerEvent.count();
  const again = await api.ask('POST /projects', ask);
  expect([again.status, again.json]).toEqual([first.status, first.json]);
  expect([first, again].map(({ headers }) => headers.get('idempotent-replay'))).toEqual([null, 'true']);
  expect(await ctx.db.ledgerEvent.count()).toBe(events);
});

it('keeps a refusal too', async () => {
  const ask = { as: artist.token, key: newKey(), json: { id: newId<ProjectId>(), name: '   ' } };
  const first = await api.ask('POST /projects', ask);
  const again = await api.ask('POST /projects', ask);
  expect(first.status).toBe(422);
  expect([again.status, again.json, again.headers.get('content-type')]).toEqual([
    422,
    first.json,
    'application/problem+json',
  ]);
});

it('refuses a key that was used for something else', async () => {
  const key = newKey();
  const json = { id: newId<ProjectId>(), name: 'first' };
  await api.ask('POST /projects', { as: owner.token, key, json });
  for (const [what, other] of [
    ['POST /projects', { ...json, name: 'second' }],
    ['POST /projects?x=1', json],
    ['POST /tokens', json],
  ] as const) {
    const answer = await api.ask(what, { as: owner.token, key, json: other });
    expect([answer.status, answer.json.code]).toEqual([422, 'idempotency.other-request']);
  }
});

it('lets two people use the same key', async () => {
  const key = newKey();
  const ask = (as: string) =>
    api.ask('POST /projects', { as, key, json: { id: newId<ProjectId>(), name: 'x' } });
  expect([(await ask(owner.token)).status, (await ask(artist.token)).status]).toEqual([201, 201]);
});

it('lets one of many at once through, and every other waits or gets its answer', async () => {
  const ask = { as: owner.token, key: newKey(), json: { id: newId<ProjectId>(), name: 'race' } };
  const answers = await Promise.all(Array.from({ length: 12 }, () => api.ask('POST /projects', ask)));
  const made = answers.filter(({ status }) => status === 201);
  expect(made.filter(({ headers }) => !headers.has('idempotent-replay'))).toHaveLength(1);
  for (const { status, json } of answers)
    if (status !== 201) expect([status, json.code]).toEqual([409, 'idempotency.in-progress']);
  const events = await ctx.db.ledgerEvent.count({ where: { subjectId: ask.json.id } });
  expect(events).toBe(1);
});

it('never stores a secret, and says that a replay is without it', async () => {
  const { id: projectId } = await aProject(ctx, studio);
  const token = { as: owner.token, key: newKey(), json: { id: newId<TokenId>(), name: 'a laptop' } };
  const link = { as: owner.token, key: newKey(), json: { id: newId<TokenId>(), name: 'Client' } };
  const made = [
    await api.ask('POST /tokens', token),
    await api.ask(`POST /projects/${projectId}/links`, link),
  ];
  const { secret } = await aLink(ctx, studio, { projectId });
  const enter = { key: newKey(), json: { token: secret, name: 'Guest' } };
  made.push(await api.ask('POST /review/enter', enter));
  const kept = JSON.stringify(await ctx.db.idempotencyKey.findMany());
  for (const { status, json } of made) {
    expect([status, json.secret]).toEqual([201, expect.stringMatching(/^pp[tgl]_/)]);
    expect(kept).not.toContain(json.secret);
  }
  const replays = [
    await api.ask('POST /tokens', token),
    await api.ask(`POST /projects/${projectId}/links`, link),
    await api.ask('POST /review/enter', enter),
  ];
  expect(replays.map(({ json }) => json.secret)).toEqual([null, null, null]);
  expect(replays.map(({ headers }) => headers.get('idempotent-withheld'))).toEqual([
    'secret',
    'secret, url',
    'secret',
  ]);
  expect(replays[2]?.headers.get('set-cookie')).toBeNull();
});

it('forgets what came to nothing, so that it can be tried again', async () => {
  const place = { studioId: studio.studioId, actorId: owner.actor.personId, key: newKey() };
  const wish = { ...place, requestHash: 'a', now: new Date(), runsAtMostMs: 60_000 };
  const first = await claimKey(ctx.db, wish);
  if (first.kind !== 'mine') throw new Error(first.kind);
  expect((await claimKey(ctx.db, wish)).kind).toBe('running');
  await releaseKey(ctx.db, { ...place, since: first.since });
  expect((await claimKey(ctx.db, wish)).kind).toBe('mine');
});

it('does not wait for ever for a request whose process has died, and ignores it should it live', async () => {
  const place = { studioId: studio.studioId, actorId: owner.actor.personId, key: newKey() };
  const at = (ms: number) => ({ ...place, requestHash: 'a', now: new Date(ms), runsAtMostMs: 60_000 });
  const [dead, late] = [await claimKey(ctx.db, at(1_000_000)), await claimKey(ctx.db, at(1_060_001))];
  expect([dead.kind, late.kind]).toEqual(['mine', 'mine']);
  const answer = { status: 201, body: { by: 'the dead' }, withheld: [] };
  await settleKey(ctx.db, { ...place, since: new Date(1_000_000) }, answer);
  expect((await claimKey(ctx.db, at(1_060_002))).kind).toBe('running');
});

it('keeps an answer for a day', async () => {
  const place = { studioId: studio.studioId, actorId: owner.actor.personId, key: newKey() };
  const at = (ms: number) => ({ ...place, requestHash: 'a', now: new Date(ms), runsAtMostMs: 60_000 });
  await claimKey(ctx.db, at(1_000_000));
  const answer = { status: 204, body: null, withheld: [] };
  await settleKey(ctx.db, { ...place, since: new Date(1_000_000) }, answer);
  expect(await claimKey(ctx.db, at(1_000_000 + keptMs))).toEqual({ kind: 'done', answer });
  expect((await claimKey(ctx.db, at(1_000_001 + keptMs))).kind).toBe('mine');
});
