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
  await worker.announce([priced]);
});
afterAll(() => stack?.stop());
beforeEach(async () => {
  place = await aPhotograph(stack.api);
  as = place.people.artist.token;
});

async function setPolicy(policy: object) {
  const what = `PATCH /projects/${place.projectId}`;
  const set = await stack.api.ask(what, { as: place.people.director.token, json: { policy } });
  expect(set.status).toBe(200);
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
  await setPolicy({ start: 'by-hand', usdLimit: 1.2 });
  const refused = (spentUsd: number) => ({
    status: 409,
    json: { code: 'project.limit-reached', limitUsd: 1.2, spentUsd },
  });
  const first = await start();
  expect(first.status).toBe(201);
  expect((await estimate(first.pinId)).budget).toEqual({ limitUsd: 1.2, spentUsd: 0.5 });
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

  await setPolicy({ start: 'by-hand', usdLimit: null });
  const free = await start();
  expect(free.status).toBe(201);
  await say(free.id, 'cancel');
});

test('a limit of nothing still lets pass what costs nothing', async () => {
  await setPolicy({ start: 'by-hand', usdLimit: 0 });
  expect(await start()).toMatchObject({ status: 409, json: { code: 'project.limit-reached' } });
  await worker.announce([testEngine]);
  const { id, status } = await start();
  expect(status).toBe(201);
  await say(id, 'cancel');
  await worker.announce([priced]);
});
