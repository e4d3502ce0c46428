import { createTestDatabase } from '@pinpaint/db/testing';
import { type Intent, newId } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aPhotograph,
  aPin,
  type EditPlace,
  type EditStack,
  middle,
  openEditStack,
} from '../testing/openEditStack.ts';
import { type FakeService, startFake } from '../testing/startFake.ts';
import { until } from '../testing/until.ts';

const apiKey = 'AIza-an-operators-key-that-nobody-sees';
const model = 'gemini-2.5-flash';
const note = 'könnte die Tasse nicht etwas fröhlicher sein, so petrol vielleicht?';
const reading: Intent = {
  wish: { kind: 'recolour', thing: 'Tasse', from: null, to: { name: 'petrol', hex: '#005f6a' } },
  keep: [],
  confidence: 0.8,
};
const { url } = await createTestDatabase();
const heard: string[] = [];
let fake: FakeService;
let stack: EditStack;
let place: EditPlace;

beforeAll(async () => {
  fake = await startFake('gemini');
  stack = await openEditStack(url, {
    said: {
      GEMINI_API_KEY: apiKey,
      GEMINI_BASE_URL: fake.url,
      NOTE_READER: model,
      NOTE_READER_TIMEOUT_SECONDS: '5',
      NOTE_READER_CALLS_PER_MINUTE: '100',
    },
    hosted: { reader: { model, usd: 0.01, callsPerMinute: 100 }, film: null },
    heard: (text) => heard.push(text),
  });
  place = await aPhotograph(stack.api);
});
afterAll(async () => {
  await stack?.stop();
  await fake?.stop();
});
beforeEach(() => fake.behave({ kind: 'read', says: reading }));

const ask = (what: string, json?: object) =>
  stack.api.ask(what, { as: place.people.artist.token, ...(json && { json }) });

/** What the ledger says of a model's having read it. */
async function readEvent(pinId: string) {
  const { db } = stack.api.ctx;
  const look = () => db.ledgerEvent.findFirst({ where: { subjectId: pinId, topic: 'pin.read' } });
  return (await until('a model was asked', look)).payload;
}
const usdOf = async (pinId: string) =>
  (await stack.api.ctx.db.charge.findFirst({ where: { subjectId: pinId } }))?.usd;

test('a note is there at once as its words were read, then as the model reads it, who is named; its cost is booked', async () => {
  const { frameId } = place;
  const pinId = newId();
  // By the answer itself: the model may have read it before anybody can ask again.
  const placed = await ask(`POST /frames/${frameId}/pins`, { id: pinId, region: middle, note });
  expect(placed).toMatchObject({ status: 201, json: { readBy: 'machine', readByModel: null } });
  expect(await readEvent(pinId)).toMatchObject({ model, stands: true, wish: 'recolour' });
  expect((await ask(`GET /pins/${pinId}`)).json).toMatchObject({
    reading,
    readBy: 'model',
    readByModel: model,
  });
  expect(await usdOf(pinId)).toBeCloseTo((700 * 0.3 + 60 * 2.5) / 1e6, 9);
  const { items } = (await ask(`GET /boards/${place.boardId}/charges`)).json;
  expect(items).toEqual([
    expect.objectContaining({ kind: 'reading', pinId, frameId, usd: await usdOf(pinId) }),
  ]);
  const { limits } = (await ask(`GET /pins/${pinId}/estimate`)).json;
  expect(limits).toEqual([]);
});

describe('the words’ own reading stays', () => {
  test.each<[string, object]>([
    ['refuses', { kind: 'refuse-prompt' }],
    ['hangs', { kind: 'hang' }],
    ['talks', { kind: 'read', says: 'I would rather not.' }],
    ['obeys the note instead of reading it', { kind: 'read', says: { ...reading, wish: { kind: 'pay' } } }],
    ['is not to be reached', { kind: 'status', status: 500, times: 9 }],
  ])('where the model %s', async (_, behaviour) => {
    await fake.behave(behaviour);
    const pinId = await aPin(stack.api, place, { note: 'make the cup blue' });
    expect(await readEvent(pinId)).toMatchObject({ stands: false });
    expect((await ask(`GET /pins/${pinId}`)).json).toMatchObject({
      readBy: 'machine',
      reading: { wish: { kind: 'recolour', thing: 'the cup' } },
    });
  });

  test('where somebody has said meanwhile what it means', async () => {
    await fake.behave({ kind: 'hang' });
    const pinId = await aPin(stack.api, place, { note });
    const own = { ...reading, wish: { kind: 'remove', thing: 'Tasse' } };
    await ask(`PUT /pins/${pinId}/reading`, { reading: own });
    expect(await readEvent(pinId)).toMatchObject({ stands: false });
    expect((await ask(`GET /pins/${pinId}`)).json).toMatchObject({ readBy: 'person', reading: own });
  });

  test('where a limit is reached, and the model is not asked', async () => {
    const { json: project } = await ask(`GET /projects/${place.projectId}`);
    const change = (usdPerEdit: number | null) =>
      stack.api.ask(`PATCH /projects/${place.projectId}`, {
        as: place.people.director.token,
        json: { policy: { ...project.policy, usdPerEdit } },
      });
    await change(0.001);
    const pinId = await aPin(stack.api, place, { note });
    expect(await usdOf(pinId)).toBeUndefined();
    await change(null);
  });
});

test('a job that comes twice asks once', async () => {
  const pinId = await aPin(stack.api, place, { note });
  await readEvent(pinId);
  const { ctx } = stack.api;
  const charge = await ctx.db.charge.findFirstOrThrow({ where: { subjectId: pinId } });
  const { studioId, id: chargeId } = charge;
  const last = await aPin(stack.api, place, { note });
  await ctx.db.$transaction((tx) => ctx.queue.enqueue(tx, 'pin.read', { studioId, pinId, chargeId }));
  await readEvent(last);
  expect(await ctx.db.ledgerEvent.count({ where: { subjectId: pinId, topic: 'pin.read' } })).toBe(1);
});

test('the key is nowhere: in no log, row or event', async () => {
  const { db } = stack.api.ctx;
  const rows = await Promise.all([db.pin.findMany(), db.charge.findMany(), db.ledgerEvent.findMany()]);
  const all = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(all).toContain(model);
  expect(all).not.toContain(apiKey);
  expect(heard.join('')).toContain('the words’ own reading stays');
  expect(heard.join('')).not.toContain(apiKey);
});
