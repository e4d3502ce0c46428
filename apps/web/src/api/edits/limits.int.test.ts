import { makeOperatorToken } from '@pinpaint/actions';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type EditId, newId } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aWorker, honestAnswer, type TestWorker, testEngine } from '../testing/aWorker.ts';
import {
  aPhotograph,
  aPin,
  type EditPlace,
  type EditStack,
  openEditStack,
} from '../testing/openEditStack.ts';
import { until } from '../testing/until.ts';

const { url } = await createTestDatabase();
const priced = { ...testEngine, name: 'test-priced', usd: { perRun: 0.5, perMegapixel: 0 } };
let stack: EditStack;
let worker: TestWorker;
let place: EditPlace;
let as: string;

beforeAll(async () => {
  stack = await openEditStack(url);
  worker = aWorker(stack.api, (await makeOperatorToken(stack.api.ctx, { name: 'test' })).secret);
});
afterAll(() => stack?.stop());
beforeEach(async () => {
  // One that has been silent for half a minute counts as gone, and some of these tests ask nothing of it.
  await worker.announce([priced]);
  place = await aPhotograph(stack.api);
  as = place.people.artist.token;
});

async function setPolicy(policy: object) {
  const json = { policy: { start: 'by-hand', ...policy } };
  const set = await stack.api.ask(`PATCH /projects/${place.projectId}`, {
    as: place.people.director.token,
    json,
  });
  expect(set.status).toBe(200);
}

async function limitStudio(json: object) {
  const set = await stack.api.ask('PATCH /studio/spending', { as: place.people.admin.token, json });
  expect(set.status).toBe(200);
  return set.json;
}

/** As if it had been queued so long ago. */
async function putBack(id: EditId, hours: number) {
  const createdAt = new Date(Date.now() - hours * 60 * 60_000);
  await stack.api.ctx.db.edit.update({ where: { id }, data: { createdAt } });
}

const estimate = async (pinId: string) => (await stack.api.ask(`GET /pins/${pinId}/estimate`, { as })).json;

async function start(variants = 1) {
  const [pinId, id] = [await aPin(stack.api, place), newId<EditId>()];
  const { status, json } = await stack.api.ask(`POST /pins/${pinId}/edits`, { as, json: { id, variants } });
  return { id, pinId, status, json };
}

const say = (id: EditId, verb: 'cancel' | 'discard') => stack.api.ask(`POST /edits/${id}/${verb}`, { as });

test('a policy starts nothing that costs money, however clear the note is', async () => {
  await setPolicy({ start: 'confident' });
  const pinId = await aPin(stack.api, place, { note: 'make the cup blue' });
  expect((await estimate(pinId)).engines).toMatchObject([{ name: 'test-priced', region: { usd: 0.5 } }]);
  expect((await stack.api.ask(`GET /pins/${pinId}`, { as })).json.state).toBe('open');
  expect(await stack.api.ctx.db.edit.count({ where: { pinId } })).toBe(0);
});

test('a limit stops what would go beyond it, counting what waits, what was cancelled in mid-run and what was discarded', async () => {
  await setPolicy({ usdLimit: 1.2 });
  const refused = (spentUsd: number) => ({
    status: 409,
    json: { code: 'project.limit-reached', limitUsd: 1.2, spentUsd },
  });
  const first = await start();
  expect(first.status).toBe(201);
  expect((await estimate(first.pinId)).limits).toEqual([{ of: 'project', limitUsd: 1.2, spentUsd: 0.5 }]);
  expect(await start(2)).toMatchObject(refused(0.5));

  const lease = await worker.take();
  await worker.answer(lease, honestAnswer(await worker.planes(lease)));
  await until(
    'it is proposed',
    async () => (await stack.api.ask(`GET /edits/${first.id}`, { as })).json.state === 'proposed',
  );
  expect((await say(first.id, 'discard')).status).toBe(200);
  const second = await start();
  expect([second.status, await start()]).toMatchObject([201, refused(1)]);

  expect((await say(second.id, 'cancel')).status).toBe(200);
  const third = await start();
  expect(third.status).toBe(201);
  await worker.take();
  expect((await say(third.id, 'cancel')).status).toBe(200);
  expect(await start()).toMatchObject(refused(1));

  await setPolicy({ usdLimit: null });
  const free = await start();
  expect(free.status).toBe(201);
  await say(free.id, 'cancel');
});

test('what was billed beyond its estimate is counted before the next one runs', async () => {
  await setPolicy({ usdLimit: 1.2 });
  const [first, second] = [await start(), await start()];
  expect([first.status, second.status]).toEqual([201, 201]);
  const lease = await worker.take();
  await worker.answer(lease, honestAnswer(await worker.planes(lease)), { usd: 0.8 });
  const look = async ({ id }: typeof first) => (await stack.api.ask(`GET /edits/${id}`, { as })).json;
  await until('it is proposed', async () => (await look(first)).state === 'proposed');
  expect((await worker.claim()).status).toBe(204);
  expect(await look(second)).toMatchObject({
    state: 'failed',
    failure: { code: 'project.limit-reached' },
    attempts: 0,
    cost: null,
  });
  const events = await stack.api.ctx.db.ledgerEvent.findMany({ where: { subjectId: first.id } });
  const said = events.map(({ payload }) => Object(payload).beyondUsd).find((usd) => usd !== undefined);
  expect(said).toBeCloseTo(0.3, 9);
});

test('one edit may cost no more than the project lets one', async () => {
  await setPolicy({ usdPerEdit: 1 });
  expect(await start(3)).toMatchObject({
    status: 409,
    json: { code: 'edit.limit-reached', limitUsd: 1, spentUsd: 0, usd: 1.5 },
  });
  const edits = [await start(2), await start(2)];
  expect(edits.map(({ status }) => status)).toEqual([201, 201]);
  for (const { id } of edits) await say(id, 'cancel');
});

test('a day’s limit counts what was queued in the last 24 hours, and nothing of before', async () => {
  await setPolicy({ usdPerDay: 0.6, usdLimit: 1.2 });
  const first = await start();
  const refused = { code: 'project.day-limit-reached', limitUsd: 0.6, spentUsd: 0.5, usd: 0.5 };
  expect([first.status, await start()]).toMatchObject([201, { status: 409, json: refused }]);
  await putBack(first.id, 25);
  const second = await start();
  expect(second.status).toBe(201);
  await putBack(second.id, 25);
  expect((await estimate(first.pinId)).limits).toEqual([
    { of: 'project-day', limitUsd: 0.6, spentUsd: 0 },
    { of: 'project', limitUsd: 1.2, spentUsd: 1 },
  ]);
  expect((await start()).json.code).toBe('project.limit-reached');
  for (const { id } of [first, second]) await say(id, 'cancel');
});

test('the studio’s limits are set by its keepers and hold for all of its projects together', async () => {
  expect(await limitStudio({ usdPerDay: 0.9 })).toMatchObject({ usdPerDay: 0.9, usdPerMonth: null });
  const first = await start();
  expect(first.status).toBe(201);
  place = await aPhotograph(stack.api, place);
  const beyond = await start();
  const refused = { code: 'studio.day-limit-reached', limitUsd: 0.9, spentUsd: 0.5, usd: 0.5 };
  expect(beyond).toMatchObject({ status: 409, json: refused });

  await putBack(first.id, 25);
  expect(await limitStudio({ usdPerMonth: 0.9 })).toEqual({
    usdPerDay: 0.9,
    usdPerMonth: 0.9,
    spent: { dayUsd: 0, monthUsd: 0.5 },
  });
  expect((await start()).json.code).toBe('studio.month-limit-reached');
  await putBack(first.id, 31 * 24);
  const second = await start();
  expect(second.status).toBe(201);
  for (const { id } of [first, second]) await say(id, 'cancel');
});

test('of edits that are queued at once, no more pass than a limit lets', async () => {
  await setPolicy({ usdLimit: 1.2 });
  await limitStudio({ usdPerDay: 0.7 });
  const pins = await Promise.all(Array.from({ length: 6 }, () => aPin(stack.api, place)));
  const people = [place.people.artist.token, place.people.director.token, place.people.owner.token];
  const queued = await Promise.all(
    pins.map((pinId, i) =>
      stack.api.ask(`POST /pins/${pinId}/edits`, {
        as: people[i % people.length] ?? as,
        json: { id: newId<EditId>() },
      }),
    ),
  );
  expect(queued.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  for (const { json } of queued) if (json.id) await say(json.id, 'cancel');
});

test('a policy that starts by itself does so under any limit, since it starts only what is free', async () => {
  await worker.announce([priced, testEngine]);
  await setPolicy({ start: 'confident', usdPerEdit: 0, usdPerDay: 0, usdLimit: 0 });
  await limitStudio({ usdPerDay: 0, usdPerMonth: 0 });
  const pinId = await aPin(stack.api, place, { note: 'make the cup blue' });
  const started = await stack.api.ctx.db.edit.findFirstOrThrow({ where: { pinId } });
  expect(started).toMatchObject({ engine: 'test-tint', byPolicy: true, state: 'queued' });
  await say(started.id as EditId, 'cancel');
  await worker.announce([priced]);
  const unstarted = await aPin(stack.api, place, { note: 'make the cup blue' });
  expect(await stack.api.ctx.db.edit.count({ where: { pinId: unstarted } })).toBe(0);
});

test('a limit of nothing still lets pass what costs nothing', async () => {
  await setPolicy({ usdLimit: 0 });
  expect(await start()).toMatchObject({ status: 409, json: { code: 'project.limit-reached' } });
  await worker.announce([testEngine]);
  const { id, status } = await start();
  expect(status).toBe(201);
  await say(id, 'cancel');
  await worker.announce([priced]);
});
