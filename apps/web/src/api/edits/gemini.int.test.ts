import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServiceStage, type ServiceStage } from '../testing/aServiceStage.ts';
import { until } from '../testing/until.ts';

const apiKey = 'AIza-an-operators-key-that-nobody-sees';
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

test('the estimate shows what Gemini would cost, before anything is spent', async () => {
  const { engines } = (await stage.ask(`GET /pins/${await stage.aPin()}/estimate`)).json;
  const prices = engines.map(({ name, region }: { name: string; region: { usd: number } }) => [
    name,
    region.usd,
  ]);
  expect(prices).toEqual([
    // With all that it may write besides the picture: 0.039 by the list.
    ['gemini-2.5-flash-image', 0.044],
    ['gemini-3-pro-image-2k', 0.2],
  ]);
});

test('“add a small ladybird on the big dandelion” becomes an approved version, its cost booked', async () => {
  await stage.fake.behave({
    kind: 'draw',
    warp: { scaleX: 1.012, scaleY: 1.012, shiftX: 5.3, shiftY: -6.6 },
  });
  const edit = await stage.anEdit();
  expect(edit).toMatchObject({ state: 'proposed', failure: null, engine: 'gemini-2.5-flash-image' });
  // By the prices of the tokens that the answer names.
  expect(edit.cost.usd).toBeCloseTo((800 * 0.3 + 1290 * 30) / 1e6, 9);
  const { candidate, proof, state } = await stage.approve(edit.id);
  expect(candidate).toMatchObject({
    proof: { changedOutside: 0, changedInLocks: 0 },
    provenance: {
      service: 'gemini',
      model: 'gemini-2.5-flash-image',
      modelVersion: 'fake-1',
      seed: 7,
      coloursMatched: true,
    },
  });
  expect(candidate.proof.changedInside).toBeGreaterThan(50_000);
  expect(candidate.provenance.shiftX).toBeCloseTo(5.3, 0);
  expect(candidate.provenance.scaleX).toBeCloseTo(1.012, 3);
  expect(proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  expect(state).toBe('approved');
});

describe('an edit that comes to nothing says why and what it cost', () => {
  test.each<[string, object, RegExp, number | null]>([
    ['engine.refused', { kind: 'refuse-picture' }, /held back the picture/, 0.03894],
    ['engine.rate-limited', { kind: 'status', status: 429, times: 99 }, /no more calls/, 0],
    ['engine.timed-out', { kind: 'hang' }, /within 10 s/, null],
    ['engine.not-understood', { kind: 'html' }, /web page/, null],
    ['engine.too-large', { kind: 'huge' }, /larger than/, null],
    ['engine.not-registered', { kind: 'another-picture' }, /stay as it is/, 0.03894],
  ])('%s', async (code, behaviour, says, usd) => {
    await stage.fake.behave(behaviour);
    const edit = await stage.anEdit();
    expect(edit).toMatchObject({ state: 'failed', failure: { code }, attempts: 1 });
    expect(edit.cost?.usd ?? null).toBe(usd);
    expect(edit.failure.says).toMatch(says);
  });

  test('a picture of a wrong size is laid back all the same', async () => {
    await stage.fake.behave({ kind: 'draw', size: { width: 700, height: 720 } });
    expect(await stage.anEdit()).toMatchObject({ state: 'proposed' });
  });
});

test('what was billed beyond the estimate stands in the ledger', async () => {
  await stage.fake.behave({ kind: 'draw', thoughts: 9000 });
  const edit = await stage.anEdit();
  const usd = (800 * 0.3 + 1290 * 30 + 9000 * 2.5) / 1e6;
  expect(edit.cost.usd).toBeCloseTo(usd, 9);
  const { db } = stage.stack.api.ctx;
  const events = await db.ledgerEvent.findMany({ where: { subjectId: edit.id, topic: 'edit.moved' } });
  const proposed = events.map(({ payload }) => payload).find((said) => Object(said).to === 'proposed');
  expect(Object(proposed).usd).toBeCloseTo(usd, 9);
  expect(Object(proposed).beyondUsd).toBeCloseTo(usd - 0.044, 6);
});

test('a run that is cancelled ends at once; the next one finds its thread', async () => {
  await stage.fake.behave({ kind: 'hang' });
  const id = newId();
  await stage.ask(`POST /pins/${await stage.aPin()}/edits`, { id });
  await until('it runs', async () => (await stage.ask(`GET /edits/${id}`)).json.state === 'running');
  await stage.ask(`POST /edits/${id}/cancel`);
  await stage.fake.behave({ kind: 'draw' });
  expect(await stage.anEdit()).toMatchObject({ state: 'proposed' });
});

test('while a service hangs, what is computed here goes on', async () => {
  await stage.fake.behave({ kind: 'hang' });
  const [hosted, local] = [newId(), newId()];
  await stage.ask(`POST /pins/${await stage.aPin()}/edits`, { id: hosted });
  await until('it runs', async () => (await stage.ask(`GET /edits/${hosted}`)).json.state === 'running');
  const intent = { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 };
  await stage.ask(`POST /pins/${await stage.aPin()}/edits`, { id: local, engine: 'heal', intent });
  for (const [id, state] of [
    [local, 'proposed'],
    [hosted, 'failed'],
  ]) {
    await until(`it is ${state}`, async () => (await stage.ask(`GET /edits/${id}`)).json.state === state);
  }
  const { db } = stage.stack.api.ctx;
  const begun = await db.edit.findFirstOrThrow({ where: { id: local } });
  const ended = await db.edit.findFirstOrThrow({ where: { id: hosted } });
  expect(Number(begun.startedAt)).toBeLessThan(Number(ended.endedAt));
});

test('the key is nowhere: in no log, row or event', async () => {
  const { db } = stage.stack.api.ctx;
  const rows = await Promise.all([
    db.edit.findMany(),
    db.candidate.findMany(),
    db.worker.findMany(),
    db.ledgerEvent.findMany(),
  ]);
  const all = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(all).toContain('gemini-2.5-flash-image');
  expect(all).not.toContain(apiKey);
  expect(stage.log()).toContain('edit done');
  expect(stage.log()).not.toContain(apiKey);
});
