import { makeOperatorToken } from '@pinpaint/actions';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type EditId, newId } from '@pinpaint/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorker, honestAnswer, type TestWorker, testEngine } from '../testing/aWorker.ts';
import {
  aPhotograph,
  aPin,
  aQueuedEdit,
  type EditPlace,
  type EditStack,
  openEditStack,
} from '../testing/openEditStack.ts';

const { url } = await createTestDatabase();
const slower = { ...testEngine, name: 'test-slower', seconds: { base: 60, perMegapixel: 0 } };
const priced = { ...testEngine, name: 'test-priced', usd: { perRun: 0.134, perMegapixel: 0 } };
let stack: EditStack;
let place: EditPlace;
let as: string;
let token: string;
let worker: TestWorker;

beforeAll(async () => {
  stack = await openEditStack(url);
  place = await aPhotograph(stack.api);
  as = place.people.artist.token;
  token = (await makeOperatorToken(stack.api.ctx, { name: 'test' })).secret;
  worker = aWorker(stack.api, token);
});
afterAll(() => stack?.stop());

const estimate = async (pinId: string) => (await stack.api.ask(`GET /pins/${pinId}/estimate`, { as })).json;
const start = async (pinId: string, wish: object = {}) =>
  stack.api.ask(`POST /pins/${pinId}/edits`, { as, json: { id: newId<EditId>(), ...wish } });
const cancel = (id: string) => stack.api.ask(`POST /edits/${id}/cancel`, { as });

async function run(engineMs: number) {
  await aQueuedEdit(stack.api, place);
  const lease = await worker.take();
  const answered = await worker.answer(lease, honestAnswer(await worker.planes(lease)), { engineMs });
  expect(answered.status).toBe(204);
}

test('seconds are announced at first, and learnt from the runs of workers that are connected', async () => {
  await worker.announce();
  const pinId = await aPin(stack.api, place);
  const [announced] = (await estimate(pinId)).engines;
  expect(announced.region).toMatchObject({ spread: null });
  expect(announced.region.seconds).toBeLessThan(2);

  for (const ms of [4_000, 4_000, 3_000, 4_000, 9_000]) await run(ms);
  const [learnt] = (await estimate(pinId)).engines;
  expect(learnt.region.seconds).toBeCloseTo(4, 1);
  expect(learnt.region.spread).toMatchObject({ runs: 5 });
  expect(learnt.region.spread.low).toBeCloseTo(3.4, 1);
  expect(learnt.region.spread.high).toBeCloseTo(7, 1);
  expect(learnt.frame.seconds).toBeGreaterThan(learnt.region.seconds);

  const queued = await start(pinId);
  expect(queued.json.estimate).toEqual({ region: learnt.region, frame: learnt.frame });
  await cancel(queued.json.id);
});

test('a machine that starts anew has learnt what it had, another one has not', async () => {
  const pinId = await aPin(stack.api, place);
  await worker.say('drain', {});
  worker = aWorker(stack.api, token);
  await worker.announce([testEngine], 'another');
  expect((await estimate(pinId)).engines).toMatchObject([{ region: { spread: null } }]);
  await worker.say('drain', {});
  worker = aWorker(stack.api, token);
  await worker.announce([testEngine]);
  expect((await estimate(pinId)).engines).toMatchObject([{ region: { spread: { runs: 5 } } }]);
});

test('an engine is chosen by price, then by its place and not by how fast it was, and it is said why', async () => {
  await worker.announce([priced, slower, testEngine]);
  const pinId = await aPin(stack.api, place);
  const { engines } = await estimate(pinId);
  expect(engines.map(({ name }: { name: string }) => name)).toEqual([
    'test-slower',
    'test-tint',
    'test-priced',
  ]);
  expect(engines.map(({ choice }: { choice: { text: string } }) => choice.text)).toEqual([
    'First in order at this price; test-tint would take about 4 s',
    'Chosen by hand; test-slower would take about 60 s',
    'Chosen by hand; test-slower would be free',
  ]);

  const first = await start(pinId);
  expect(first.json).toMatchObject({ engine: 'test-slower', choice: { reason: 'first', by: 'order' } });
  await cancel(first.json.id);
  const byHand = await start(pinId, { engine: 'test-priced' });
  expect(byHand.json).toMatchObject({
    engine: 'test-priced',
    choice: { reason: 'by-hand', by: 'usd', other: { name: 'test-slower', usd: 0 } },
  });
  await cancel(byHand.json.id);
  const again = await stack.api.ask(`POST /edits/${byHand.json.id}/retry`, {
    as: place.people.artist.token,
    json: { id: newId() },
  });
  expect(again.json).toMatchObject({ engine: 'test-priced', choice: { reason: 'as-before' } });
  await cancel(again.json.id);

  await worker.announce([priced]);
  const only = await start(pinId);
  expect(only.json.choice).toEqual({
    reason: 'only',
    other: null,
    by: null,
    text: 'The only one connected that can',
  });
  await cancel(only.json.id);
});
