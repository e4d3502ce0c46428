import { makeOperatorToken, makeWorkerToken } from '@pinpaint/actions';
import { aStudio, valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type TokenId } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aWorker, type TestWorker } from '../testing/aWorker.ts';
import { aPhotograph, type EditPlace, type EditStack, openEditStack } from '../testing/openEditStack.ts';
import type { Answer, TestApi } from '../testing/openTestApi.ts';
import { until } from '../testing/until.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let api: TestApi;
let place: EditPlace;
let operator: string;
let worker: TestWorker;

beforeAll(async () => {
  stack = await openEditStack(url);
  api = stack.api;
  place = await aPhotograph(api);
  operator = (await makeOperatorToken(api.ctx, { name: 'test' })).secret;
});
afterAll(() => stack?.stop());

beforeEach(async () => {
  worker = aWorker(api, operator);
  await worker.announce([], 'test', 'sam');
});

type Claimed = {
  readonly selectionId: string;
  readonly picture: string;
  readonly size: { readonly width: number; readonly height: number };
};

const click = { add: [[290, 140]] };
const octets = { 'content-type': 'application/octet-stream' };
const waiting = () => api.ctx.db.selection.count({ where: { startedAt: null } });
const asked = (id: string) => api.ctx.db.selection.findUniqueOrThrow({ where: { id } });

function ask(as: string, json: object = click, signal?: AbortSignal): Promise<Answer> {
  return api.ask(`POST /frames/${place.frameId}/selections`, { as, json, ...(signal && { signal }) });
}

async function claim(of: TestWorker = worker): Promise<Claimed> {
  return until('there is one', async () => {
    const { status, json } = await of.say('selections/claim', { waitSeconds: 20 });
    return status === 200 && json;
  });
}

function answer({ selectionId }: Claimed, mask: Uint8Array, of = { worker, token: operator }) {
  return api.ask(`POST /worker/selections/${selectionId}/answer?workerId=${of.worker.id}&score=0.8`, {
    as: of.token,
    body: Buffer.from(mask),
    headers: octets,
  });
}

/** A square of it is the thing. */
function squareOf({ size }: Claimed): Uint8Array {
  return Uint8Array.from({ length: size.width * size.height }, (_, at) => {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    return x >= 250 && x < 350 && y >= 100 && y < 200 ? 255 : 0;
  });
}

const artist = () => place.people.artist.token;
const director = () => place.people.director.token;

describe('a selection', () => {
  test('goes to a worker with the picture’s own pixels, and comes back as a region', async () => {
    const asking = ask(artist(), { ...click, remove: [[10, 10]] });
    const claimed = await claim();
    expect(claimed).toMatchObject({
      size: { width: 600, height: 400 },
      inside: [{ x: 290, y: 140 }],
      outside: [{ x: 10, y: 10 }],
      box: null,
    });
    const what = `GET /worker/selections/${claimed.selectionId}/picture?workerId=${worker.id}`;
    const picture = new Uint8Array(await (await api.fetch(what, { as: operator })).arrayBuffer());
    expect(picture.length).toBe(600 * 400 * 3);
    expect((await answer(claimed, squareOf(claimed))).status).toBe(204);
    const { status, json } = await asking;
    expect(status).toBe(200);
    expect(json).toMatchObject({ score: 0.8, segmenter: 'sam', region: { kind: 'lasso' } });
    const xs = json.region.points.map(([x]: [number]) => x);
    expect([Math.min(...xs), Math.max(...xs)].map(Math.round)).toEqual([250, 350]);
  });

  test('names its picture: a second click on it names the same, and one on another part another', async () => {
    const names: string[] = [];
    const seen = { x: 0, y: 0, width: 300, height: 200 };
    for (const json of [click, { add: [[100, 100]] }, { add: [[100, 100]], seen }]) {
      const asking = ask(artist(), json);
      const claimed = await claim();
      names.push(claimed.picture);
      await answer(claimed, squareOf(claimed));
      await asking;
    }
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
  });

  test('of nothing, or by a model that can’t look, is refused with a code', async () => {
    const empty = ask(artist());
    const claimed = await claim();
    await answer(claimed, new Uint8Array(600 * 400));
    expect(await empty).toMatchObject({ status: 422, json: { code: 'selection.nothing' } });
    const failing = ask(artist());
    await worker.say(`selections/${(await claim()).selectionId}/failure`, {});
    expect(await failing).toMatchObject({ status: 503, json: { code: 'selection.failed' } });
  });

  test('takes a mask of its size and no other, and waits on for the right one', async () => {
    const asking = ask(artist());
    const claimed = await claim();
    expect(await answer(claimed, new Uint8Array(600 * 400 + 1))).toMatchObject({ status: 413 });
    expect(await answer(claimed, new Uint8Array(600))).toMatchObject({ status: 422 });
    expect(await answer(claimed, squareOf(claimed))).toMatchObject({ status: 204 });
    expect((await asking).status).toBe(200);
  });

  test('that nobody waits for any more is gone, and so is its answer', async () => {
    const leave = new AbortController();
    const asking = ask(artist(), click, leave.signal);
    const claimed = await claim();
    leave.abort();
    await asking.catch(() => undefined);
    await until(
      'it is forgotten',
      async () => (await api.ctx.db.selection.count({ where: { id: claimed.selectionId } })) === 0,
    );
    expect(await answer(claimed, squareOf(claimed))).toMatchObject({
      status: 409,
      json: { code: 'selection.not-waited-for' },
    });
  });

  test('that its worker never answers ends by itself, and is nobody’s any more', async () => {
    const asking = ask(artist());
    const claimed = await claim();
    expect(await asking).toMatchObject({ status: 503, json: { code: 'selection.timed-out' } });
    expect((await answer(claimed, squareOf(claimed))).status).toBe(409);
    expect(await waiting()).toBe(0);
  });

  test.each([
    ['beside the picture', () => ({ add: [[700, 10]] }), 422, 'region.outside'],
    ['that shows nothing', () => ({ remove: [[10, 10]] }), 422, 'region.outside'],
    ['of a version that is not there', () => ({ ...click, versionId: newId() }), 404, 'version.not-found'],
  ])('%s is refused at once', async (_, json, status, code) => {
    expect(await ask(artist(), json())).toMatchObject({ status, json: { code } });
  });

  test('of a submitted version looks at that one’s pixels', async () => {
    const { json } = await api.ask(`GET /frames/${place.frameId}/versions`, { as: artist() });
    const asking = ask(artist(), { ...click, versionId: json.items[0].id });
    const claimed = await claim();
    const { view } = await asked(claimed.selectionId);
    const { resultBlob } = await api.ctx.db.version.findUniqueOrThrow({ where: { id: json.items[0].id } });
    expect(view).toMatchObject({ blob: resultBlob });
    await answer(claimed, squareOf(claimed));
    expect((await asking).status).toBe(200);
  });
});

describe('turns', () => {
  test('one who asks and asks has so many at a time, and holds up nobody', async () => {
    const many: Promise<Answer>[] = [];
    for (let i = 1; i <= 3; i += 1) {
      many.push(ask(artist()));
      await until('it waits', async () => (await waiting()) === i);
    }
    expect(await ask(artist())).toMatchObject({ status: 429, json: { code: 'selection.too-many-waiting' } });
    const other = ask(director());
    await until('both wait', async () => (await waiting()) === 4);
    const order: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const claimed = await claim();
      order.push((await asked(claimed.selectionId)).askedBy);
      await answer(claimed, squareOf(claimed));
    }
    const { personId } = place.people.director.actor;
    expect(order.indexOf(personId)).toBeLessThan(2);
    for (const one of [...many, other]) expect((await one).status).toBe(200);
  });

  test('a studio’s own worker sees no other studio’s pictures', async () => {
    const theirs = await aStudio(api.ctx);
    const wish = { id: newId<TokenId>(), name: 'own' };
    const { secret } = valueFrom(await makeWorkerToken(api.ctx, theirs.people.owner.actor, wish));
    const foreign = aWorker(api, secret ?? '');
    await foreign.announce([], 'own', 'sam');
    const asking = ask(artist());
    const claimed = await claim();
    expect((await foreign.say('selections/claim', { waitSeconds: 0 })).status).toBe(204);
    const what = `GET /worker/selections/${claimed.selectionId}/picture?workerId=${worker.id}`;
    expect((await api.fetch(what, { as: secret ?? '' })).status).toBe(409);
    const stolen = await answer(claimed, squareOf(claimed), { worker: foreign, token: secret ?? '' });
    expect(stolen).toMatchObject({ status: 409, json: { code: 'selection.not-waited-for' } });
    await answer(claimed, squareOf(claimed));
    expect((await asking).status).toBe(200);
  });
});

test('the board is told which model there is, and that there is none', async () => {
  const segmenter = async () =>
    (await api.ask(`GET /frames/${place.frameId}/segmenter`, { as: artist() })).json;
  expect(await segmenter()).toEqual({ name: 'sam' });
  await api.ctx.db.worker.updateMany({ data: { drainingAt: new Date() } });
  expect(await segmenter()).toEqual({ name: null });
  expect(await ask(artist())).toMatchObject({ status: 409, json: { code: 'selection.no-segmenter' } });
});
