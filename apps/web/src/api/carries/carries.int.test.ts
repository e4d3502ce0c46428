import { join } from 'node:path';
import { makeOperatorToken } from '@pinpaint/actions';
import { createTestDatabase } from '@pinpaint/db/testing';
import {
  type CarryId,
  type EditId,
  type FrameId,
  type Homography,
  newId,
  type PinId,
} from '@pinpaint/domain';
import { asPng, movedPicture, readPhotograph } from '@pinpaint/pictures/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorker, honestAnswer, type TestWorker, testEngine } from '../testing/aWorker.ts';
import { openPictureStudio } from '../testing/openPictureStudio.ts';
import { until } from '../testing/until.ts';

const place = await openPictureStudio((await createTestDatabase()).url);
const { api, as, board } = place;
const fixtures = join(import.meta.dirname, '../../../../../fixtures');
const coffee = await readPhotograph(join(fixtures, 'coffee.png'));

const region = { kind: 'ellipse', cx: 275, cy: 210, rx: 70, ry: 55 } as const;
const shift: Homography = [1, 0, -40, 0, 1, -25, 0, 0, 1];
const turn: Homography = [0.99, -0.06, 20, 0.06, 0.99, -10, 0, 0, 1];

/** A scene in three shots and something else, in the order of the series. */
let frames: Record<'base' | 'shifted' | 'turned' | 'other', FrameId>;
let worker: TestWorker;

async function aFrame(picture: Parameters<typeof asPng>[0]): Promise<FrameId> {
  return (await place.aFrame(await asPng(picture))).frameId;
}

beforeAll(async () => {
  worker = aWorker(api, (await makeOperatorToken(api.ctx, { name: 'test' })).secret);
  frames = {
    base: await aFrame(coffee),
    shifted: await aFrame(movedPicture(coffee, { matrix: shift, width: 540, height: 370 })),
    turned: await aFrame(movedPicture(coffee, { matrix: turn, noise: 2, gain: 0.92 })),
    other: await aFrame(await readPhotograph(join(fixtures, 'astronaut.png'))),
  };
  const json = { id: newId(), name: 'The cup', frameIds: Object.values(frames) };
  const made = await api.ask(`POST /projects/${board.projectId}/series`, { as, json });
  expect(made.status).toBe(201);
});
afterAll(() => place.stop());

/** What any edit comes to, by hand: the colours turned round wherever it may. */
async function runNext(): Promise<EditId> {
  await worker.announce();
  const lease = await worker.take();
  await worker.answer(lease, honestAnswer(await worker.planes(lease)));
  await until('it is proposed', async () => (await editOf(lease.editId)).state === 'proposed');
  return lease.editId;
}

const editOf = async (id: string) => (await api.ask(`GET /edits/${id}`, { as })).json;
const carryOf = async (id: string) => (await api.ask(`GET /carries/${id}`, { as })).json;

async function anEdit(frameId: FrameId, note = 'make the cup blue'): Promise<EditId> {
  return editOfPin(await aPin(frameId, note));
}

async function aPin(frameId: FrameId, note: string): Promise<PinId> {
  const pinId = newId<PinId>();
  await api.ask(`POST /frames/${frameId}/pins`, { as, json: { id: pinId, region, note } });
  return pinId;
}

async function editOfPin(pinId: PinId, wish: object = {}): Promise<EditId> {
  await worker.announce();
  const json = { id: newId<EditId>(), seed: 4711, growPx: 6, ...wish };
  const started = await api.ask(`POST /pins/${pinId}/edits`, { as, json });
  expect(started.status).toBe(201);
  return runNext();
}

async function aCarry(editId: EditId, wish: object = {}) {
  const id = newId<CarryId>();
  const asked = await api.ask(`POST /edits/${editId}/carries`, { as, json: { id, ...wish } });
  expect([asked.status, asked.json.state]).toEqual([201, 'finding']);
  return until('all frames are looked through', async () => {
    const carry = await carryOf(id);
    return carry.state === 'found' && carry;
  });
}

type Found = { frameId: string; state: string; reason: string | null };
const run = (id: string, frameIds: readonly string[]) =>
  api.ask(`POST /carries/${id}/run`, { as, json: { frameIds } });
const foundIn = (carry: { findings: Found[] }) =>
  carry.findings.filter(({ state }) => state === 'found').map(({ frameId }) => frameId);

it('takes along the picture that a match was shown', async () => {
  const pinId = await aPin(frames.base, 'match the cup to the picture');
  const attachmentId = newId();
  const headers = { 'content-type': 'application/octet-stream' };
  const what = `POST /pins/${pinId}/attachments?id=${attachmentId}&name=swatch.png`;
  const swatch = movedPicture(coffee, { matrix: shift, width: 40, height: 30 });
  await api.ask(what, { as, headers, body: Buffer.from(await asPng(swatch)) });
  const picture = { id: attachmentId, name: 'swatch.png', digest: '0'.repeat(64) };
  const wish = { kind: 'match', thing: null, like: 'the picture', picture };
  const editId = await editOfPin(pinId, { intent: { wish, keep: [], confidence: 1 } });
  const carry = await aCarry(editId, { frameIds: [frames.shifted] });
  await run(carry.id, [frames.shifted]);
  const lease = await worker.take();
  expect((await worker.planes(lease)).reference?.crop).toMatchObject({ width: 40, height: 30 });
  const [source, carried] = [await editOf(editId), await editOf(lease.editId)];
  expect(carried).toMatchObject({ carriedFromId: editId, intent: source.intent });
  expect(carried.intent.wish.picture).toMatchObject({ id: attachmentId });
  await api.ask(`POST /edits/${lease.editId}/cancel`, { as });
});

describe('an edit carried to its series', () => {
  it('is found where the thing is, left out where it is not, and changes nothing outside', async () => {
    const editId = await anEdit(frames.base);
    const carry = await aCarry(editId);
    const [shifted, turned, other] = carry.findings;
    expect(shifted).toMatchObject({
      frameId: frames.shifted,
      state: 'found',
      place: { model: 'translation', matrix: shift },
      region: { ...region, cx: region.cx - 40, cy: region.cy - 25 },
      edit: null,
    });
    expect(turned).toMatchObject({ frameId: frames.turned, state: 'found', region: { kind: 'lasso' } });
    expect(other).toMatchObject({ frameId: frames.other, state: 'left_out', reason: 'series.not-found' });
    // Before anything runs, it is known what it would take.
    expect(carry.sum.pixels).toBe(shifted.estimate.region.pixels + turned.estimate.region.pixels);

    const started = await run(carry.id, foundIn(carry));
    expect(started.status).toBe(200);
    const made = [await runNext(), await runNext()];
    const source = await editOf(editId);
    for (const id of made) {
      const edit = await editOf(id);
      const { engine, seed, growPx, strength, variants, note, intent } = source;
      expect(edit).toMatchObject({
        engine,
        seed,
        growPx,
        strength,
        variants,
        note,
        intent,
        carriedFromId: editId,
      });
    }
    const report = await until('the results are compared', async () => {
      const { json } = await api.ask(`GET /carries/${carry.id}/report`, { as });
      const done = json.frames.filter((frame: { measured: object | null }) => frame.measured);
      return done.length === 2 && json;
    });
    expect(report).toMatchObject({ editId, engine: 'test-tint', seed: 4711 });
    const [first, second, third] = report.frames;
    for (const frame of [first, second]) {
      expect(frame.proof.changedOutside).toBe(0);
      expect(frame.proof.changedInside).toBeGreaterThan(5_000);
      expect(frame.measured.pixels).toBeGreaterThan(5_000);
      // Turned round in colour, it shows: who reads the report has to see what warns.
      const { items } = (await api.ask(`GET /edits/${frame.edit.id}/candidates`, { as })).json;
      const [{ figures, flags }] = items;
      expect([frame.figures, frame.flags]).toEqual([figures, flags]);
      expect(flags).not.toEqual([]);
    }
    // Cut from the same picture, nothing differs; another light does, before as after.
    expect(first.measured.before).toEqual({ deltaE: 0, ssim: 1 });
    expect(first.measured.after.deltaE).toBeLessThan(0.01);
    expect(second.measured.before.deltaE).toBeGreaterThan(1);
    expect(second.measured.after.ssim).toBeGreaterThan(0.85);
    expect(third).toMatchObject({
      state: 'left_out',
      reason: 'series.not-found',
      edit: null,
      measured: null,
    });
  });

  it('leaves alone there what is locked here', async () => {
    const lock = { kind: 'ellipse', cx: 275, cy: 200, rx: 20, ry: 15 } as const;
    const id = newId();
    await api.ask(`POST /frames/${frames.base}/locks`, { as, json: { id, name: 'coffee', region: lock } });
    const editId = await anEdit(frames.base, 'make the cup violet');
    const carry = await aCarry(editId, { frameIds: [frames.shifted] });
    const there = { ...lock, cx: lock.cx - 40, cy: lock.cy - 25 };
    expect(carry.findings[0].locks).toEqual([{ name: 'coffee', region: there }]);
    await run(carry.id, [frames.shifted]);
    const { items } = (await api.ask(`GET /frames/${frames.shifted}/locks`, { as })).json;
    expect(items).toMatchObject([{ name: 'coffee', region: there }]);
    const { json } = await api.ask(`GET /edits/${await runNext()}/candidates`, { as });
    expect(json.items[0].proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
    await api.ask(`DELETE /locks/${id}`, { as });
  });

  it('is made once in a frame, however often it is carried, and from wherever', async () => {
    const editId = await anEdit(frames.base, 'make the cup green');
    const carry = await aCarry(editId, { frameIds: [frames.shifted] });
    await Promise.all([run(carry.id, [frames.shifted]), run(carry.id, [frames.shifted])]);
    expect((await run(carry.id, [frames.shifted])).status).toBe(200);
    const carried = await runNext();
    const again = await aCarry(editId, { frameIds: [frames.shifted] });
    expect(again.findings).toMatchObject([{ state: 'left_out', reason: 'series.already-carried' }]);
    // From the repeated edit on, it is the first one that is carried: its own frame is no target.
    const on = await aCarry(carried, { frameIds: [frames.shifted] });
    expect([on.editId, on.findings[0].reason]).toEqual([editId, 'series.already-carried']);
    const edits = await api.ctx.db.edit.count({ where: { carriedFromId: editId } });
    expect(edits).toBe(1);
  });

  it('can be carried again where it came to nothing', async () => {
    const editId = await anEdit(frames.base, 'make the cup red');
    const carry = await aCarry(editId, { frameIds: [frames.shifted] });
    await run(carry.id, [frames.shifted]);
    const carried = await runNext();
    await api.ask(`POST /edits/${carried}/discard`, { as });
    const again = await aCarry(editId, { frameIds: [frames.shifted] });
    expect(foundIn(again)).toEqual([frames.shifted]);
  });

  it('runs nowhere that it was not found, and not before it was looked for', async () => {
    const editId = await anEdit(frames.base, 'make the cup yellow');
    const carry = await aCarry(editId, { frameIds: [frames.other] });
    const refused = await run(carry.id, [frames.other]);
    expect([refused.status, refused.json]).toMatchObject([
      409,
      { code: 'carry.left-out', reason: 'series.not-found' },
    ]);
    const found = await aCarry(editId, { frameIds: [frames.shifted] });
    await api.ctx.db.carry.update({ where: { id: found.id }, data: { state: 'finding' } });
    const tooSoon = await run(found.id, [frames.shifted]);
    expect([tooSoon.status, tooSoon.json.code]).toEqual([409, 'carry.still-searching']);
  });

  it('spends no more than the project may, all frames taken together', async () => {
    const priced = { usd: { perRun: 0.4, perMegapixel: 0 } };
    const editId = await anEdit(frames.base, 'make the cup black');
    const carry = await aCarry(editId);
    const found = foundIn(carry);
    await worker.announce([{ ...testEngine, ...priced }]);
    const policy = { start: 'by-hand', usdLimit: 0.5 };
    await api.ask(`PATCH /projects/${board.projectId}`, {
      as: place.studio.people.owner.token,
      json: { policy },
    });
    expect((await carryOf(carry.id)).sum.usd).toBeCloseTo(0.8);
    const refused = await run(carry.id, found);
    expect([refused.status, refused.json.code]).toEqual([409, 'project.limit-reached']);
    expect(await api.ctx.db.edit.count({ where: { carriedFromId: editId } })).toBe(0);
    const free = { start: 'by-hand', usdLimit: null };
    await api.ask(`PATCH /projects/${board.projectId}`, {
      as: place.studio.people.owner.token,
      json: { policy: free },
    });
  });
});

it('takes a region to a derived frame as it lies, without a search', async () => {
  const { v1, frameId } = await place.aFrame(await asPng(coffee));
  const derived = newId<FrameId>();
  await place.proved(v1);
  await api.ask(`POST /versions/${v1}/derive`, { as, json: { id: derived } });
  const carry = await aCarry(await anEdit(frameId));
  expect(carry.findings).toMatchObject([
    { frameId: derived, state: 'found', place: { way: 'same-master', model: 'identity' }, region },
  ]);
});
