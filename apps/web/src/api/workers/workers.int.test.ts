import { makeOperatorToken, makeWorkerToken, takeBackLeases } from '@pinpaint/actions';
import { valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type EditId, newId, type TokenId } from '@pinpaint/domain';
import { encodeAnswer, encodeParcel, type RequestPlanes } from '@pinpaint/pictures/parcel';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aWorker, honestAnswer, type TestLease, type TestWorker, testEngine } from '../testing/aWorker.ts';
import {
  aPhotograph,
  aQueuedEdit,
  type EditPlace,
  type EditStack,
  openEditStack,
} from '../testing/openEditStack.ts';
import type { TestApi } from '../testing/openTestApi.ts';
import { until } from '../testing/until.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let api: TestApi;
let place: EditPlace;
let other: EditPlace;
let operator: string;
let worker: TestWorker;

beforeAll(async () => {
  stack = await openEditStack(url);
  api = stack.api;
  place = await aPhotograph(api);
  other = await aPhotograph(api);
  operator = (await makeOperatorToken(api.ctx, { name: 'test' })).secret;
  worker = await announced(operator);
});

afterAll(() => stack?.stop());

afterEach(async () => {
  for (const at of [place, other]) {
    const left = await api.ctx.db.edit.findMany({
      where: { studioId: at.studioId, state: { in: ['queued', 'running'] } },
    });
    for (const { id } of left) await api.ask(`POST /edits/${id}/cancel`, { as: at.people.artist.token });
  }
});

async function announced(token: string): Promise<TestWorker> {
  const made = aWorker(api, token);
  expect((await made.announce()).status).toBe(204);
  return made;
}

async function studioWorker(at: EditPlace): Promise<TestWorker> {
  const wish = { id: newId<TokenId>(), name: 'own' };
  const { secret } = valueFrom(await makeWorkerToken(api.ctx, at.people.owner.actor, wish));
  return announced(secret ?? '');
}

const row = (id: EditId) => api.ctx.db.edit.findUniqueOrThrow({ where: { id } });
const prepared = (id: EditId) => until('it is prepared', async () => (await row(id)).preparedAt);

/** As when a worker has been silent for as long as a lease lasts. */
const letLeaseRunOut = (id: EditId) =>
  api.ctx.db.edit.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1) } });

describe('a run that a service bills', () => {
  const paid = {
    ...testEngine,
    name: 'test-paid',
    kinds: ['add'],
    usd: { perRun: 0.05, perMegapixel: 0 },
  } as const;
  let painter: TestWorker;
  beforeAll(async () => {
    painter = aWorker(api, operator);
    await painter.announce([paid]);
  });
  const start = async () => {
    const { editId } = await aQueuedEdit(api, place, { note: 'add a small ladybird on the cup' });
    const lease = await painter.take();
    expect(lease.editId).toBe(editId);
    return { editId, lease };
  };

  test('is not begun again by itself when its worker is silent: that would bill it twice', async () => {
    const { editId } = await start();
    await letLeaseRunOut(editId);
    await takeBackLeases(api.ctx, { studioId: null });
    expect(await row(editId)).toMatchObject({
      state: 'failed',
      failureCode: 'edit.worker-lost',
      attempts: 1,
    });
  });

  test('has failed when its worker has to go', async () => {
    const { editId, lease } = await start();
    expect((await painter.say(`edits/${editId}/release`, { epoch: lease.epoch })).status).toBe(204);
    expect(await row(editId)).toMatchObject({ state: 'failed', failureCode: 'edit.worker-lost' });
  });

  test('costs what the service says, in the end or when it fails', async () => {
    const done = await start();
    const answer = honestAnswer(await painter.planes(done.lease));
    expect((await painter.answer(done.lease, answer, { usd: 0.043 })).status).toBe(204);
    expect((await row(done.editId)).cost).toMatchObject({ usd: 0.043 });
    const failed = await start();
    const failure = { epoch: failed.lease.epoch, code: 'engine.refused', says: 'No.', usd: 0.01 };
    expect((await painter.say(`edits/${failed.editId}/failure`, failure)).status).toBe(204);
    expect(await row(failed.editId)).toMatchObject({ state: 'failed', cost: { usd: 0.01 } });
  });
});

describe('a lease', () => {
  test('that was lost is another worker’s, and only its answer counts', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const first = await worker.take();
    const planes = await worker.planes(first);
    await letLeaseRunOut(editId);
    const successor = await announced(operator);
    const second = await successor.take();
    expect(second).toMatchObject({ editId, epoch: first.epoch + 1 });
    for (const late of [await worker.beat(first), await worker.answer(first, honestAnswer(planes))]) {
      expect(late).toMatchObject({ status: 409, json: { code: 'lease.lost' } });
    }
    expect((await successor.answer(second, honestAnswer(planes))).status).toBe(204);
    await until('it is proposed', async () => (await row(editId)).state === 'proposed');
    expect(await row(editId)).toMatchObject({ attempts: 2, workerId: successor.id });
    expect(await api.ctx.db.candidate.count({ where: { editId } })).toBe(1);
    const [candidate] = await api.ctx.db.candidate.findMany({ where: { editId } });
    const accept = () =>
      api.ask(`POST /candidates/${candidate?.id}/accept`, { as: place.people.artist.token, json: {} });
    expect((await accept()).status).toBe(201);
    expect((await accept()).status).toBe(409);
    expect(await api.ctx.db.layer.count({ where: { candidate: { editId } } })).toBe(1);
  });

  test('and all else that moves an edit and its pin is in the ledger, with who moved them', async () => {
    const { editId, pinId } = await aQueuedEdit(api, place);
    await worker.take();
    await letLeaseRunOut(editId);
    const lease = await worker.take();
    await worker.answer(lease, honestAnswer(await worker.planes(lease)));
    await until('it is proposed', async () => (await row(editId)).state === 'proposed');
    const as = place.people.artist.token;
    await api.ask(`POST /edits/${editId}/discard`, { as });
    const events = await api.ctx.db.ledgerEvent.findMany({
      where: { subjectId: { in: [editId, pinId] } },
      orderBy: { seq: 'asc' },
    });
    const told = events.map(({ topic, actorKind, payload }) => {
      const { from, to } = payload as { from?: string; to?: string };
      return [topic, actorKind, ...(from ? [`${from} → ${to}`] : [])].join(' ');
    });
    expect(told).toEqual([
      'pin.placed person',
      'edit.queued person',
      'pin.moved person open → editing',
      'edit.started worker queued → running',
      'edit.moved system running → queued',
      'edit.started worker queued → running',
      'edit.moved system running → proposed',
      'pin.moved system editing → proposed',
      'edit.moved person proposed → discarded',
      'pin.moved person proposed → open',
    ]);
  });

  test('an answer sent twice makes one set of candidates', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    const parcel = honestAnswer(await worker.planes(lease));
    const answers = await Promise.all([worker.answer(lease, parcel), worker.answer(lease, parcel)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await until('it is proposed', async () => (await row(editId)).state === 'proposed');
    expect(await api.ctx.db.candidate.count({ where: { editId } })).toBe(1);
  });

  test('that brings down three workers is given up', async () => {
    const { editId, pinId } = await aQueuedEdit(api, place);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await worker.take();
      await letLeaseRunOut(editId);
    }
    expect((await worker.claim()).status).toBe(204);
    expect(await row(editId)).toMatchObject({ state: 'failed', failureCode: 'edit.worker-lost' });
    expect((await api.ctx.db.pin.findUniqueOrThrow({ where: { id: pinId } })).state).toBe('open');
  });

  test('given back, is there for the next at once, and counts as no attempt', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    expect((await worker.say(`edits/${editId}/release`, { epoch: lease.epoch })).status).toBe(204);
    expect(await row(editId)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await worker.take()).toMatchObject({ editId, epoch: lease.epoch + 1 });
  });

  test('is kept by beats', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    const soon = Date.now() + 5_000;
    await api.ctx.db.edit.update({ where: { id: editId }, data: { leaseUntil: new Date(soon) } });
    expect((await worker.beat(lease, 0.25)).json).toEqual({ stop: false });
    const { leaseUntil, progress } = await row(editId);
    expect(progress).toBe(0.25);
    expect(leaseUntil?.getTime()).toBeGreaterThan(soon);
  });

  test('of two who claim at once one gets the edit', async () => {
    const { editId } = await aQueuedEdit(api, place);
    await prepared(editId);
    const second = await announced(operator);
    const claims = await Promise.all([worker.claim(), second.claim(), worker.claim()]);
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 204, 204]);
  });

  test('an engine that can’t fails the edit with its reason', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const { epoch } = await worker.take();
    const json = { epoch, code: 'engine.thing-not-found', says: 'There is no cup.' };
    expect((await worker.say(`edits/${editId}/failure`, json)).status).toBe(204);
    const { json: edit } = await api.ask(`GET /edits/${editId}`, { as: place.people.artist.token });
    expect(edit).toMatchObject({ state: 'failed', failure: { code: json.code, says: json.says } });
  });
});

describe('a worker that lies changes nothing', () => {
  type Lie = (planes: RequestPlanes) => Uint8Array<ArrayBuffer>;
  const candidate = ({ crop, permitted }: RequestPlanes) => ({
    patch: crop,
    usedAlpha: permitted,
    seed: 1,
    figures: {},
  });
  const raw = ({ crop, permitted }: RequestPlanes, meta: object) =>
    encodeParcel(meta, [
      ['patch0', crop.data as Uint8Array],
      ['alpha0', permitted],
    ]);
  const lies: readonly (readonly [string, string, Lie])[] = [
    [
      'a bigger alpha',
      'answer.beyond-permitted',
      (p) => encodeAnswer([{ ...candidate(p), usedAlpha: new Uint8Array(p.permitted.length).fill(255) }]),
    ],
    [
      'one pixel one step beyond',
      'answer.beyond-permitted',
      (p) => {
        const usedAlpha = p.permitted.slice();
        usedAlpha[0] = (usedAlpha[0] ?? 0) + 1;
        return encodeAnswer([{ ...candidate(p), usedAlpha }]);
      },
    ],
    [
      'another size',
      'answer.wrong-size',
      (p) => encodeAnswer([{ ...candidate(p), usedAlpha: p.permitted.slice(1) }]),
    ],
    ['no candidates', 'answer.no-candidates', () => encodeAnswer([])],
    [
      'nothing changed',
      'answer.nothing-changed',
      (p) => encodeAnswer([{ ...candidate(p), usedAlpha: new Uint8Array(p.permitted.length) }]),
    ],
    [
      'figures that are NaN',
      'answer.wrong-figures',
      (p) => raw(p, { candidates: [{ seed: 1, figures: { seam: Number.NaN } }] }),
    ],
    [
      'a seed that is a text',
      'answer.wrong-figures',
      (p) => raw(p, { candidates: [{ seed: '1', figures: {} }] }),
    ],
    ['garbage', 'answer.malformed', () => new Uint8Array(1000).fill(0x89)],
    ['a header that promises more', 'answer.malformed', (p) => honestAnswer(p).slice(0, -8)],
    [
      'two candidates for one',
      'answer.too-many-candidates',
      ({ crop, permitted }) =>
        encodeParcel(
          {
            candidates: [
              { seed: 1, figures: {} },
              { seed: 2, figures: {} },
            ],
          },
          [
            ['patch0', crop.data as Uint8Array],
            ['alpha0', permitted],
          ],
        ),
    ],
  ];

  test.each(lies)('%s', async (_name, code, lie) => {
    const { editId, pinId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    expect((await worker.answer(lease, lie(await worker.planes(lease)))).status).toBe(204);
    await until('it is judged', async () => (await row(editId)).state !== 'running');
    expect(await row(editId)).toMatchObject({ state: 'failed', failureCode: code });
    expect(await api.ctx.db.candidate.count({ where: { editId } })).toBe(0);
    expect((await api.ctx.db.pin.findUniqueOrThrow({ where: { id: pinId } })).state).toBe('open');
  });

  test('a body without end is cut off, and the edit stays where it was', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        if (sent > 400 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const answer = await api.ask(
      `POST /worker/edits/${editId}/answer?workerId=${worker.id}&epoch=${lease.epoch}&engineMs=1`,
      { as: operator, body: endless, headers: { 'content-type': 'application/octet-stream' } },
    );
    expect(answer).toMatchObject({ status: 413, json: { code: 'answer.too-large' } });
    expect(sent).toBeLessThan(20 * 1024 * 1024);
    expect(await row(editId)).toMatchObject({ state: 'running', answeredAt: null });
  });

  test('a lease by guesswork is lost', async () => {
    const { editId } = await aQueuedEdit(api, place);
    const lease = await worker.take();
    const thief = await announced(operator);
    for (const claim of [lease, { ...lease, epoch: lease.epoch + 1 }]) {
      expect(await thief.beat(claim)).toMatchObject({ status: 409, json: { code: 'lease.lost' } });
    }
    expect((await worker.beat({ editId, epoch: lease.epoch - 1 })).status).toBe(409);
  });
});

describe('turns', () => {
  test('studios take turns, and in a studio people do', async () => {
    const artist = place.people.artist.token;
    const director = place.people.director.token;
    const mine: TestLease[] = [];
    const queued: EditId[] = [];
    for (let i = 0; i < 4; i += 1) queued.push((await aQueuedEdit(api, place, { as: artist })).editId);
    const directors = (await aQueuedEdit(api, place, { as: director })).editId;
    const others = (await aQueuedEdit(api, other)).editId;
    for (const id of [...queued, directors, others]) await prepared(id);
    for (let i = 0; i < 5; i += 1) mine.push(await worker.take());
    const order = mine.map(({ editId }) => editId);
    expect(order.indexOf(others)).toBeLessThanOrEqual(1);
    expect(order.indexOf(directors)).toBeLessThanOrEqual(3);
    expect(order.filter((id) => queued.includes(id))).toEqual(queued.slice(0, 3));
  });
});

describe('a studio’s worker', () => {
  test('gets its studio’s edits and no other’s', async () => {
    const own = await studioWorker(other);
    const { editId } = await aQueuedEdit(api, place);
    await prepared(editId);
    expect((await own.claim()).status).toBe(204);
    const lease = await worker.take();
    expect(await own.beat(lease)).toMatchObject({ status: 409, json: { code: 'lease.lost' } });
    const { editId: theirs } = await aQueuedEdit(api, other);
    expect(await own.take()).toMatchObject({ editId: theirs });
  });

  test('is shut out with its token', async () => {
    const wish = { id: newId<TokenId>(), name: 'gone' };
    const { secret } = valueFrom(await makeWorkerToken(api.ctx, other.people.owner.actor, wish));
    const gone = await announced(secret ?? '');
    await api.ask(`DELETE /worker-tokens/${wish.id}`, { as: other.people.owner.token });
    expect((await gone.claim()).status).toBe(401);
  });

  test('that drains gets nothing more', async () => {
    const leaving = await studioWorker(other);
    await aQueuedEdit(api, other);
    expect((await leaving.say('drain', {})).status).toBe(204);
    expect((await leaving.claim()).status).toBe(204);
    const { items } = (await api.ask('GET /workers', { as: other.people.artist.token })).json;
    expect(items.find(({ id }: { id: string }) => id === leaving.id)).toMatchObject({
      state: 'draining',
      of: 'studio',
    });
  });
});

test('a long poll is woken by the work', async () => {
  const own = await studioWorker(other);
  const claim = own.claim(20);
  const { editId } = await aQueuedEdit(api, other);
  expect((await claim).json).toMatchObject({ editId });
});

test('who never announced itself gets no work', async () => {
  expect(await aWorker(api, operator).claim()).toMatchObject({
    status: 404,
    json: { code: 'worker.not-found' },
  });
});

test('keeping house takes lost leases back', async () => {
  const { editId } = await aQueuedEdit(api, place);
  await worker.take();
  await letLeaseRunOut(editId);
  await takeBackLeases(api.ctx, { studioId: null });
  expect(await row(editId)).toMatchObject({ state: 'queued', workerId: null });
});
