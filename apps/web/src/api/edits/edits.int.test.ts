import { makeOperatorToken } from '@pinpaint/actions';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type CandidateId, type EditId, type LockId, newId, type Region } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aWorker, honestAnswer, type TestWorker } from '../testing/aWorker.ts';
import {
  aPhotograph,
  aPin,
  aQueuedEdit,
  type EditPlace,
  type EditStack,
  middle,
  openEditStack,
} from '../testing/openEditStack.ts';
import type { TestApi } from '../testing/openTestApi.ts';
import { until } from '../testing/until.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let api: TestApi;
let place: EditPlace;
let worker: TestWorker;
let artist: string;

beforeAll(async () => {
  stack = await openEditStack(url);
  api = stack.api;
  place = await aPhotograph(api);
  artist = place.people.artist.token;
  worker = aWorker(api, (await makeOperatorToken(api.ctx, { name: 'test' })).secret);
});
// One that has been silent for half a minute counts as gone, and some of these tests ask nothing of it.
beforeEach(() => worker.announce());

afterAll(() => stack?.stop());

const edit = async (id: EditId) => (await api.ask(`GET /edits/${id}`, { as: artist })).json;
const pin = async (id: string) => (await api.ask(`GET /pins/${id}`, { as: artist })).json;

async function proposed(region: Region = middle, variants = 1) {
  const { editId, pinId } = await aQueuedEdit(api, place, { region, variants });
  const lease = await worker.take();
  expect(lease.editId).toBe(editId);
  expect((await worker.answer(lease, honestAnswer(await worker.planes(lease), variants))).status).toBe(204);
  await until('the edit is proposed', async () => (await edit(editId)).state === 'proposed');
  const { items } = (await api.ask(`GET /edits/${editId}/candidates`, { as: artist })).json;
  return {
    editId,
    pinId,
    candidates: items as { id: CandidateId; rank: number; proof: object; figures: object; flags: string[] }[],
  };
}

const accept = (id: string, json: object = {}, as = artist) =>
  api.ask(`POST /candidates/${id}/accept`, { as, json });

/** The draft goes, so that the next test begins at v1. */
async function discardDraft() {
  const draft = await api.ctx.db.version.findFirst({ where: { frameId: place.frameId, state: 'draft' } });
  if (draft) await api.ask(`POST /versions/${draft.id}/discard`, { as: artist });
}

describe('the way of an edit', () => {
  test('ends in a candidate with a proof, then in one layer of a draft, and the pin goes with it', async () => {
    const { editId, pinId, candidates } = await proposed();
    expect(candidates).toHaveLength(1);
    const [candidate] = candidates;
    expect(candidate).toMatchObject({ rank: 1, proof: { changedOutside: 0, changedInLocks: 0 } });
    expect(candidate?.proof).toHaveProperty('changedInside', expect.any(Number));
    expect((await pin(pinId)).state).toBe('proposed');
    const accepted = await accept(candidate?.id ?? '');
    expect(accepted).toMatchObject({ status: 201, json: { versionNumber: 2, baseMoved: false } });
    expect(await edit(editId)).toMatchObject({
      state: 'accepted',
      progress: 1,
      attempts: 1,
      cost: { usd: 0 },
    });
    for (const name of ['patch', 'alpha', 'preview', 'overlay']) {
      const file = await api.fetch(`GET /candidates/${candidate?.id}/${name}.png`, { as: artist });
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
      await file.arrayBuffer();
    }
    await discardDraft();
  });

  test('of two people who accept at once one gets the layer', async () => {
    const { candidates } = await proposed();
    const id = candidates[0]?.id ?? '';
    const answers = await Promise.all([accept(id), accept(id, {}, place.people.director.token), accept(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await api.ctx.db.layer.count({ where: { candidateId: id } })).toBe(1);
    await discardDraft();
  });

  test('of two candidates of one edit one becomes a layer', async () => {
    const { candidates } = await proposed(middle, 2);
    const [first, second] = candidates;
    const answers = await Promise.all([accept(first?.id ?? ''), accept(second?.id ?? '')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await discardDraft();
  });

  test('a base that moved is noticed, and beside it nothing is', async () => {
    const under = await proposed();
    const over = await proposed({ ...middle, x: 230 } as Region);
    const beside = await proposed({ kind: 'rectangle', x: 20, y: 20, width: 40, height: 40 });
    expect((await accept(under.candidates[0]?.id ?? '')).status).toBe(201);
    const id = over.candidates[0]?.id ?? '';
    expect(await accept(id)).toMatchObject({ status: 409, json: { code: 'edit.base-moved' } });
    expect((await accept(beside.candidates[0]?.id ?? '')).json).toMatchObject({ baseMoved: false });
    expect(await accept(id, { placeAnyway: true })).toMatchObject({ status: 201, json: { baseMoved: true } });
    await discardDraft();
  });

  test('a lock that was set while a candidate waited wins', async () => {
    const { candidates } = await proposed();
    const id = newId<LockId>();
    const region = { kind: 'rectangle', x: 240, y: 180, width: 4, height: 4 };
    await api.ask(`POST /frames/${place.frameId}/locks`, { as: artist, json: { id, name: 'late', region } });
    expect(await accept(candidates[0]?.id ?? '', { placeAnyway: true })).toMatchObject({
      status: 409,
      json: { code: 'candidate.under-lock' },
    });
    await api.ask(`DELETE /locks/${id}`, { as: artist });
    expect((await accept(candidates[0]?.id ?? '')).status).toBe(201);
    await discardDraft();
  });

  test('with the last candidate discarded the edit is, and the pin is open', async () => {
    const { editId, pinId, candidates } = await proposed(middle, 2);
    const discard = (id: string) => api.ask(`POST /candidates/${id}/discard`, { as: artist });
    expect((await discard(candidates[0]?.id ?? '')).json.state).toBe('proposed');
    expect((await discard(candidates[1]?.id ?? '')).json.state).toBe('discarded');
    expect((await pin(pinId)).state).toBe('open');
    expect((await api.ask(`POST /edits/${editId}/discard`, { as: artist })).status).toBe(409);
  });

  test('an edit sent twice under one id is one edit', async () => {
    const pinId = await aPin(api, place);
    const json = { id: newId<EditId>() };
    const [one, two] = [
      await api.ask(`POST /pins/${pinId}/edits`, { as: artist, json }),
      await api.ask(`POST /pins/${pinId}/edits`, { as: artist, json }),
    ];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.json.seed).toBe(one.json.seed);
    expect(await api.ctx.db.edit.count({ where: { pinId } })).toBe(1);
    await api.ask(`POST /edits/${json.id}/cancel`, { as: artist });
  });

  test('an extend grows the draft, and changes nothing of what was there', async () => {
    const extend = { aspect: { width: 16, height: 9 }, anchor: 'left' };
    const pinId = newId();
    const json = { id: pinId, region: { kind: 'none' }, note: 'make it wider', extend };
    await api.ask(`POST /frames/${place.frameId}/pins`, { as: artist, json });
    const editId = newId<EditId>();
    const started = await api.ask(`POST /pins/${pinId}/edits`, { as: artist, json: { id: editId } });
    expect(started.status).toBe(201);
    const lease = await worker.take();
    const planes = await worker.planes(lease);
    expect(planes.known.includes(0) && planes.known.includes(255)).toBe(true);
    await worker.answer(lease, honestAnswer(planes));
    await until('it is proposed', async () => (await edit(editId)).state === 'proposed');
    const { items } = (await api.ask(`GET /edits/${editId}/candidates`, { as: artist })).json;
    expect(items[0].proof).toMatchObject({ changedInside: 111 * 400, changedOutside: 0 });
    const { json: accepted } = await accept(items[0].id);
    const version = await api.ctx.db.version.findUniqueOrThrow({ where: { id: accepted.versionId } });
    expect(version.bounds).toEqual({ x: 0, y: 0, width: 711, height: 400 });
    await discardDraft();
  });

  test('an extend to the shape that the picture has is refused before anything runs', async () => {
    const extend = { aspect: { width: 3, height: 2 }, anchor: 'center' };
    const json = { id: newId(), region: { kind: 'none' }, note: 'make it 3:2', extend };
    await api.ask(`POST /frames/${place.frameId}/pins`, { as: artist, json });
    const refused = { status: 422, json: { code: 'edit.has-shape' } };
    expect(await api.ask(`GET /pins/${json.id}/estimate`, { as: artist })).toMatchObject(refused);
    const start = { as: artist, json: { id: newId<EditId>() } };
    expect(await api.ask(`POST /pins/${json.id}/edits`, start)).toMatchObject(refused);
  });

  test('an extend to more pixels than a picture may have is refused before anything runs', async () => {
    const wish = { kind: 'extend', aspect: { width: 200, height: 1 }, anchor: 'center' };
    const intent = { wish, keep: [], confidence: 1 };
    const pinId = await aPin(api, place, { region: { kind: 'none' } });
    const refused = { status: 422, json: { code: 'edit.too-large' } };
    const start = { as: artist, json: { id: newId<EditId>(), intent } };
    expect(await api.ask(`POST /pins/${pinId}/edits`, start)).toMatchObject(refused);
    // As a model may have read it, or somebody have said while the picture was smaller.
    await api.ctx.db.pin.update({ where: { id: pinId }, data: { intent } });
    for (const what of ['estimate', 'mask', 'mask.png'])
      expect(await api.ask(`GET /pins/${pinId}/${what}`, { as: artist })).toMatchObject(refused);
  });

  test('one edit grows the picture and takes out what is marked', async () => {
    const pinId = newId();
    const note = 'make it 16:9 and remove the spoon';
    const json = { id: pinId, region: { kind: 'rectangle', x: 40, y: 40, width: 50, height: 30 }, note };
    const placed = await api.ask(`POST /frames/${place.frameId}/pins`, { as: artist, json });
    expect(placed.json.reading.wish).toMatchObject({ kind: 'extend', removes: true });
    const editId = newId<EditId>();
    await api.ask(`POST /pins/${pinId}/edits`, { as: artist, json: { id: editId, growPx: 0, featherPx: 0 } });
    const lease = await worker.take();
    await worker.answer(lease, honestAnswer(await worker.planes(lease)));
    await until('it is proposed', async () => (await edit(editId)).state === 'proposed');
    const { items } = (await api.ask(`GET /edits/${editId}/candidates`, { as: artist })).json;
    expect(items[0].proof).toMatchObject({ changedInside: 111 * 400 + 50 * 30, changedOutside: 0 });
    const { json: accepted } = await accept(items[0].id);
    const version = await api.ctx.db.version.findUniqueOrThrow({ where: { id: accepted.versionId } });
    expect(version.bounds).toEqual({ x: -55, y: 0, width: 711, height: 400 });
    await discardDraft();
  });
});

describe('cancelling', () => {
  const cancel = (id: string) => api.ask(`POST /edits/${id}/cancel`, { as: artist });

  test('a queued edit never runs', async () => {
    const { editId, pinId } = await aQueuedEdit(api, place);
    expect((await cancel(editId)).json.state).toBe('cancelled');
    expect((await pin(pinId)).state).toBe('open');
    expect((await worker.claim()).status).toBe(204);
    expect((await cancel(editId)).status).toBe(200);
  });

  test('a running edit’s worker is told to stop, and its answer is dropped', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    const planes = await worker.planes(lease);
    expect((await cancel(editId)).status).toBe(200);
    expect((await worker.beat(lease)).json).toEqual({ stop: true });
    expect(await worker.answer(lease, honestAnswer(planes))).toMatchObject({
      status: 409,
      json: { code: 'lease.lost' },
    });
    expect(await api.ctx.db.candidate.count({ where: { editId } })).toBe(0);
  });

  test('what has ended can’t be cancelled', async () => {
    const { editId } = await proposed();
    expect(await cancel(editId)).toMatchObject({ status: 409, json: { code: 'edit.illegal-move' } });
    await api.ask(`POST /edits/${editId}/discard`, { as: artist });
  });
});

test('a retry is a new edit of the same seed that names the old one', async () => {
  const { editId } = await aQueuedEdit(api, place);
  const json = { id: newId<EditId>() };
  const again = () => api.ask(`POST /edits/${editId}/retry`, { as: artist, json });
  expect(await again()).toMatchObject({ status: 409, json: { code: 'edit.not-ended' } });
  await api.ask(`POST /edits/${editId}/cancel`, { as: artist });
  expect(await again()).toMatchObject({ status: 201, json: { retryOfId: editId, seed: 7, state: 'queued' } });
  await api.ask(`POST /edits/${json.id}/cancel`, { as: artist });
});

test('a match brings what it was shown to the worker', async () => {
  const pinId = await aPin(api, place);
  const id = newId<EditId>();
  const at: Region = { kind: 'ellipse', cx: 400, cy: 60, rx: 30, ry: 20 };
  await api.ask(`POST /pins/${pinId}/edits`, { as: artist, json: { id, intent: matching(at) } });
  const lease = await worker.take();
  expect(lease).toMatchObject({ editId: id, intent: matching(at) });
  const { reference } = await worker.planes(lease);
  expect(reference?.crop).toMatchObject({ width: 60, height: 40 });
  expect([reference?.alpha[0], reference?.alpha[20 * 60 + 30]]).toEqual([0, 255]);
  await api.ask(`POST /edits/${id}/cancel`, { as: artist });
});

function matching(at: Region) {
  return { wish: { kind: 'match', thing: 'the cup', like: 'the wood', at }, keep: [], confidence: 1 };
}

describe('what can’t be done is said before anything is queued', () => {
  const start = (pinId: string, json: object = {}) =>
    api.ask(`POST /pins/${pinId}/edits`, { as: artist, json: { id: newId<EditId>(), ...json } });

  test('no engine for the wish: what was understood, and what could', async () => {
    const pinId = await aPin(api, place, { note: 'add a slice of lemon on the saucer' });
    expect(await start(pinId)).toMatchObject({
      status: 409,
      json: { code: 'edit.needs-engine', text: expect.stringContaining('lemon') },
    });
    const estimate = await api.ask(`GET /pins/${pinId}/estimate`, { as: artist });
    expect(estimate.json).toMatchObject({ engines: [], cannot: { ways: expect.any(Array) } });
  });

  test('the estimate names the region’s cost beside the frame’s', async () => {
    const pinId = await aPin(api, place);
    const { json } = await api.ask(`GET /pins/${pinId}/estimate?variants=2`, { as: artist });
    expect(json.engines).toMatchObject([{ name: 'test-tint', frame: { pixels: 240_000, usd: 0 } }]);
    expect(json.engines[0].region.pixels).toBeLessThan(50_000);
  });

  test('everything locked', async () => {
    const pinId = await aPin(api, place);
    const id = newId<LockId>();
    const region = { kind: 'rectangle', x: 0, y: 0, width: 600, height: 400 };
    await api.ask(`POST /frames/${place.frameId}/locks`, { as: artist, json: { id, name: 'all', region } });
    expect(await start(pinId)).toMatchObject({ status: 422, json: { code: 'mask.all-locked' } });
    const mask = await api.ask(`GET /pins/${pinId}/mask`, { as: artist });
    expect(mask).toMatchObject({ status: 422, json: { code: 'mask.all-locked' } });
    await api.ask(`DELETE /locks/${id}`, { as: artist });
  });

  test('a region that lies in a lock, though it would grow beyond', async () => {
    const region = { kind: 'rectangle', x: 100, y: 100, width: 60, height: 40 } as const;
    const pinId = await aPin(api, place, { region });
    const id = newId<LockId>();
    await api.ask(`POST /frames/${place.frameId}/locks`, { as: artist, json: { id, name: 'it', region } });
    expect(await start(pinId)).toMatchObject({ status: 422, json: { code: 'mask.all-locked' } });
    await api.ask(`DELETE /locks/${id}`, { as: artist });
  });

  test.each([
    [
      'a region outside',
      { region: { kind: 'rectangle', x: 900, y: 900, width: 5, height: 5 } },
      422,
      'region.outside',
    ],
    [
      'an empty region',
      { region: { kind: 'rectangle', x: 9, y: 9, width: 0, height: 5 } },
      422,
      'region.empty',
    ],
    [
      'a reference outside',
      { intent: matching({ kind: 'rectangle', x: 900, y: 900, width: 5, height: 5 }) },
      422,
      'region.outside',
    ],
    ['an engine that is not there', { engine: 'veo' }, 409, 'engine.not-connected'],
    ['five variants', { variants: 5 }, 400, 'request.wrong-input'],
    ['a strength that is no number', { strength: null }, 400, 'request.wrong-input'],
    ['growth beyond measure', { growPx: 1e9 }, 400, 'request.wrong-input'],
  ])('%s', async (_name, json, status, code) => {
    const pinId = await aPin(api, place);
    expect(await start(pinId, json)).toMatchObject({ status, json: { code } });
    expect((await pin(pinId)).state).toBe('open');
    expect(await api.ctx.db.edit.count({ where: { pinId } })).toBe(0);
  });

  test('more edits at once than one person can have', async () => {
    const as = place.people.admin.token;
    const pins = await Promise.all(Array.from({ length: 21 }, () => aPin(api, place)));
    const statuses: number[] = [];
    const ids = pins.map(() => newId<EditId>());
    for (const [i, pinId] of pins.entries()) {
      statuses.push((await api.ask(`POST /pins/${pinId}/edits`, { as, json: { id: ids[i] } })).status);
    }
    expect(statuses).toEqual([...Array(20).fill(201), 429]);
    for (const id of ids) await api.ask(`POST /edits/${id}/cancel`, { as });
  });
});

test('a project that wants it starts confident, free edits by itself, up to a candidate', async () => {
  const other = await aPhotograph(api);
  await api.ctx.db.project.update({
    where: { id: other.projectId },
    data: { policy: { start: 'confident' } },
  });
  const pinId = await aPin(api, other, { note: 'make the cup blue' });
  expect((await api.ask(`GET /pins/${pinId}`, { as: other.people.artist.token })).json.state).toBe('editing');
  const vague = await aPin(api, other, { note: 'hmm, not sure about this' });
  expect((await api.ask(`GET /pins/${vague}`, { as: other.people.artist.token })).json.state).toBe('open');
  const unshown = await aPin(api, other, { note: 'make the cup match the reference' });
  expect((await api.ask(`GET /pins/${unshown}`, { as: other.people.artist.token })).json.state).toBe('open');
  const { id } = await api.ctx.db.edit.findFirstOrThrow({ where: { pinId } });
  const cancelled = await api.ask(`POST /edits/${id}/cancel`, { as: other.people.artist.token });
  expect(cancelled.json.byPolicy).toBe(true);
});
