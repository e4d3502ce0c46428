import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openServiceStage, type ServiceStage } from '../testing/aServiceStage.ts';
import { until } from '../testing/until.ts';

const apiKey = 'AIza-an-operators-key-that-nobody-sees';
const prompt = 'a field of dandelions in the morning, from above';
const { url } = await createTestDatabase();
let stage: ServiceStage;

beforeAll(async () => {
  stage = await openServiceStage(url, {
    service: 'gemini',
    said: (address) => ({
      GEMINI_API_KEY: apiKey,
      GEMINI_BASE_URL: address,
      GEMINI_MODELS: 'gemini-2.5-flash-image,gemini-3-pro-image@2K=0.2',
      GEMINI_CALLS_PER_MINUTE: '1000',
      GEMINI_TIMEOUT_SECONDS: '10',
    }),
  });
});
afterAll(() => stage?.stop());
beforeEach(() => stage.fake.behave({ kind: 'draw' }));

const path = () => `/boards/${stage.boardId}/frames/drawn`;
const draw = (wish: object = {}, token?: string) =>
  stage.ask(`POST ${path()}`, { id: newId(), name: 'Dandelions', prompt, aspect: '4:3', ...wish }, token);

async function drawn(id: string) {
  const look = async () => {
    const { json } = await stage.ask(`GET /frames/${id}`);
    return (json.state === 'ready' || json.state === 'failed') && json;
  };
  return until('the frame is there, or will not be', look, 60_000);
}

test('who could draw it and for how much is known before', async () => {
  const { json } = await stage.ask(`GET ${path()}/estimate?aspect=4:3`);
  expect(json.aspects).toContain('16:9');
  expect(json.engines).toMatchObject([
    {
      name: 'gemini-2.5-flash-image',
      size: { width: 1184, height: 864 },
      cost: { usd: expect.closeTo(0.044, 2) },
    },
    { name: 'gemini-3-pro-image-2k', size: { width: 2400, height: 1792 }, cost: { usd: 0.2 } },
  ]);
  expect((await stage.ask(`GET ${path()}/estimate?aspect=7:3`)).json.engines).toEqual([]);
});

test('words become a frame with its master, its cost booked once, its provenance beside it', async () => {
  const id = newId();
  const asked = await draw({ id });
  expect(asked).toMatchObject({ status: 201, json: { state: 'drawing', master: null } });
  // Asked for twice over a bad line, it is drawn once.
  expect((await draw({ id })).json.drawing.editId).toBe(asked.json.drawing.editId);
  const frame = await drawn(id);
  expect(frame).toMatchObject({
    state: 'ready',
    master: { size: { width: 1184, height: 864 }, depth: 8 },
    drawing: {
      prompt,
      aspect: '4:3',
      engine: 'gemini-2.5-flash-image',
      provenance: { service: 'gemini', model: 'gemini-2.5-flash-image', modelVersion: 'fake-1' },
    },
  });
  const { json: edit } = await stage.ask(`GET /edits/${frame.drawing.editId}`);
  expect(edit).toMatchObject({
    state: 'accepted',
    attempts: 1,
    baseVersionId: null,
    pinId: null,
    note: prompt,
  });
  expect(edit.cost.usd).toBeCloseTo((800 * 0.3 + 1290 * 30) / 1e6, 9);
  const { db } = stage.stack.api.ctx;
  const events = await db.ledgerEvent.findMany({ where: { frameId: id } });
  const topics = events.map(({ topic }) => topic);
  expect(topics).toEqual(
    expect.arrayContaining(['frame.added', 'edit.queued', 'edit.started', 'frame.drawn', 'frame.ingested']),
  );
  const [version] = (await stage.ask(`GET /frames/${id}/versions`)).json.items;
  expect(version).toMatchObject({ number: 1, state: 'in_review' });
});

test('clients see the picture once it is there, and not how it came about', async () => {
  await stage.fake.behave({ kind: 'hang' });
  const { token } = stage.studio.people.client;
  const waiting = (await draw()).json;
  const list = (await stage.ask(`GET /boards/${stage.boardId}/frames`, undefined, token)).json.items;
  expect(list.map((one: { id: string }) => one.id)).not.toContain(waiting.id);
  await stage.ask(`POST /edits/${waiting.drawing.editId}/cancel`);
  const theirs = list.filter((one: { name: string }) => one.name === 'Dandelions');
  expect(theirs).toMatchObject([{ drawing: null, state: 'ready' }]);
});

describe('a picture that comes to nothing says why', () => {
  test.each<[string, object, RegExp]>([
    ['engine.refused', { kind: 'refuse-prompt' }, /PROHIBITED_CONTENT/],
    ['engine.rate-limited', { kind: 'status', status: 429, times: 99 }, /no more calls/],
    ['engine.timed-out', { kind: 'hang' }, /within 10 s/],
  ])('%s', async (code, behaviour, says) => {
    await stage.fake.behave(behaviour);
    const frame = await drawn((await draw()).json.id);
    expect(frame).toMatchObject({ state: 'failed', failureCode: code, master: null });
    expect(frame.failureSays).toMatch(says);
    expect((await stage.ask(`GET /edits/${frame.drawing.editId}`)).json).toMatchObject({
      state: 'failed',
      attempts: 1,
    });
  });

  test('also when somebody gives it up', async () => {
    await stage.fake.behave({ kind: 'hang' });
    const { id, drawing } = (await draw()).json;
    await stage.ask(`POST /edits/${drawing.editId}/cancel`);
    expect(await drawn(id)).toMatchObject({ state: 'failed', failureCode: 'drawing.cancelled' });
  });
});

test('nothing is drawn beyond a limit, by nobody, or by those who may not', async () => {
  const director = stage.studio.people.director.token;
  const policy = { startsByItself: [], usdPerEdit: 0.01, usdPerDay: null, usdLimit: null };
  const path = `PATCH /projects/${stage.projectId}`;
  const { json: project } = await stage.ask(`GET /projects/${stage.projectId}`);
  await stage.ask(path, { policy: { ...project.policy, usdPerEdit: policy.usdPerEdit } }, director);
  expect(await draw()).toMatchObject({ status: 409, json: { code: 'edit.limit-reached' } });
  await stage.ask(path, { policy: { ...project.policy, usdPerEdit: null } }, director);
  expect(await draw({ aspect: '7:3' })).toMatchObject({
    status: 409,
    json: { code: 'drawing.needs-engine' },
  });
  expect(await draw({ engine: 'veo' })).toMatchObject({ json: { code: 'engine.not-connected' } });
  expect(await draw({}, stage.studio.people.client.token)).toMatchObject({ status: 403 });
});

test('the key is nowhere: in no log, row or event', async () => {
  const { db } = stage.stack.api.ctx;
  const rows = await Promise.all([db.edit.findMany(), db.frame.findMany(), db.ledgerEvent.findMany()]);
  const all = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(all).toContain(prompt);
  expect(all).not.toContain(apiKey);
  expect(JSON.stringify(rows[2])).not.toContain(prompt);
  expect(stage.log()).not.toContain(apiKey);
});
