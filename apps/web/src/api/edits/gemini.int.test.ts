import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { aBoard, aStudio, type TestStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type Region } from '@pinpaint/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditStack } from '../testing/openEditStack.ts';
import { openEngineStack } from '../testing/openEngineStack.ts';
import { type FakeService, startFake } from '../testing/startFake.ts';
import { until } from '../testing/until.ts';
import { uploadPicture } from '../testing/uploadPicture.ts';

const apiKey = 'AIza-an-operators-key-that-nobody-sees';
const fixtures = join(resolve(import.meta.dirname, '../../../../..'), 'fixtures');
/** A photograph of 16 megapixels, decoded and measured while other tests run. */
const slowMs = 90_000;
const { url } = await createTestDatabase();
let fake: FakeService;
let stack: EditStack;
let studio: TestStudio;
let frameId: FrameId;
let region: Region;
let note: string;
let as: string;
let log = '';

beforeAll(async () => {
  fake = await startFake('gemini');
  const said = {
    GEMINI_API_KEY: apiKey,
    GEMINI_BASE_URL: fake.url,
    GEMINI_MODELS: 'gemini-2.5-flash-image,gemini-3-pro-image@2K=0.2',
    GEMINI_CALLS_PER_MINUTE: '1000',
    GEMINI_TIMEOUT_SECONDS: '5',
  };
  stack = await openEngineStack(url, said, (text) => {
    log += text;
  });
  studio = await aStudio(stack.api.ctx);
  as = studio.people.artist.token;
  const { cases } = JSON.parse(await readFile(join(fixtures, 'cases.json'), 'utf8'));
  const ladybird = cases.find(({ id }: { id: string }) => id === 'ladybird-add');
  region = { kind: 'lasso', points: ladybird.region };
  note = ladybird.note;
  const board = await aBoard(stack.api.ctx, studio);
  const file = await readFile(join(fixtures, ladybird.image));
  frameId = await uploadPicture(stack.api, { boardId: board.id, as, file });
});
afterAll(async () => {
  await stack?.stop();
  await fake?.stop();
});

const ask = (what: string, json?: object, token = as) =>
  stack.api.ask(what, { as: token, ...(json && { json }) });

async function aPin(): Promise<string> {
  const id = newId();
  expect((await ask(`POST /frames/${frameId}/pins`, { id, region, note })).status).toBe(201);
  return id;
}

/** The note, run on the cheapest that can, until it has come to something. */
async function anEdit() {
  const id = newId();
  const started = await ask(`POST /pins/${await aPin()}/edits`, { id, seed: 7 });
  expect(started).toMatchObject({ status: 201, json: { engine: 'gemini-2.5-flash-image' } });
  const look = async () => {
    const { json } = await ask(`GET /edits/${id}`);
    return json.state !== 'queued' && json.state !== 'running' && json;
  };
  return until('the edit has ended', look, slowMs);
}

test('the estimate shows what Gemini would cost, before anything is spent', async () => {
  const { engines } = (await ask(`GET /pins/${await aPin()}/estimate`)).json;
  const prices = engines.map(({ name, region }: { name: string; region: { usd: number } }) => [
    name,
    region.usd,
  ]);
  expect(prices).toEqual([
    ['gemini-2.5-flash-image', 0.039],
    ['gemini-3-pro-image-2k', 0.2],
  ]);
});

test('“add a small ladybird on the big dandelion” becomes an approved version, its cost booked', async () => {
  await fake.behave({ kind: 'draw', warp: { scaleX: 1.012, scaleY: 1.012, shiftX: 5.3, shiftY: -6.6 } });
  const edit = await anEdit();
  expect(edit).toMatchObject({ state: 'proposed', failure: null });
  // By the prices of tokens that the answer names; a little more than the list says.
  expect(edit.cost.usd).toBeCloseTo((800 * 0.3 + 1290 * 30) / 1e6, 9);
  const [candidate] = (await ask(`GET /edits/${edit.id}/candidates`)).json.items;
  expect(candidate).toMatchObject({
    proof: { changedOutside: 0, changedInLocks: 0 },
    provenance: { service: 'gemini', model: 'gemini-2.5-flash-image', modelVersion: 'fake-1', seed: 7 },
  });
  expect(candidate.proof.changedInside).toBeGreaterThan(50_000);
  expect(candidate.provenance.shiftX).toBeCloseTo(5.3, 0);
  expect(candidate.provenance.scaleX).toBeCloseTo(1.012, 3);

  const accepted = await ask(`POST /candidates/${candidate.id}/accept`, {});
  expect(accepted.status).toBe(201);
  const { versionId } = accepted.json;
  const submitted = await ask(`POST /versions/${versionId}/submit`, {});
  expect(submitted.status).toBeLessThan(300);
  const version = await until('the proof is there', async () => {
    const { json } = await ask(`GET /versions/${versionId}`);
    return json.proof && json;
  });
  expect(version.proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  const verdict = { digest: version.digest, kind: 'approve', comment: null };
  const decided = await ask(`POST /versions/${versionId}/decision`, verdict, studio.people.director.token);
  expect(decided.status).toBe(200);
  expect((await ask(`GET /versions/${versionId}`)).json.state).toBe('approved');
});

describe('an edit that comes to nothing leaves its pin open, and says why and what it cost', () => {
  test.each<[string, object, RegExp, number | null]>([
    ['engine.refused', { kind: 'refuse-picture' }, /held back the picture/, 0.03894],
    ['engine.rate-limited', { kind: 'status', status: 429, times: 99 }, /no more calls/, 0],
    ['engine.timed-out', { kind: 'hang' }, /within 5 s/, null],
    ['engine.not-understood', { kind: 'html' }, /web page/, null],
    ['engine.too-large', { kind: 'huge' }, /larger than/, null],
    ['engine.not-registered', { kind: 'another-picture' }, /stay as it is/, 0.03894],
  ])('%s', async (code, behaviour, says, usd) => {
    await fake.behave(behaviour);
    const edit = await anEdit();
    expect(edit).toMatchObject({ state: 'failed', failure: { code }, cost: usd === null ? null : { usd } });
    expect(edit.failure.says).toMatch(says);
    expect(edit.attempts).toBe(1);
  });

  test('a picture of a wrong size is laid back all the same', async () => {
    await fake.behave({ kind: 'draw', size: { width: 700, height: 720 } });
    expect(await anEdit()).toMatchObject({ state: 'proposed' });
  });
});

test('a run that is cancelled ends at once; the next one finds its thread', async () => {
  await fake.behave({ kind: 'hang' });
  const id = newId();
  await ask(`POST /pins/${await aPin()}/edits`, { id });
  await until('it runs', async () => (await ask(`GET /edits/${id}`)).json.state === 'running');
  await ask(`POST /edits/${id}/cancel`);
  await fake.behave({ kind: 'draw' });
  expect(await anEdit()).toMatchObject({ state: 'proposed' });
});

test('the key is nowhere: in no log, row, event or file', async () => {
  const { db } = stack.api.ctx;
  const rows = await Promise.all([
    db.edit.findMany(),
    db.candidate.findMany(),
    db.worker.findMany(),
    db.ledgerEvent.findMany(),
  ]);
  const all = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(all).toContain('gemini-2.5-flash-image');
  expect(all).not.toContain(apiKey);
  expect(log).toContain('edit done');
  expect(log).not.toContain(apiKey);
});
