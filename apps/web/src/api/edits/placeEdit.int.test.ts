import { makeOperatorToken } from '@pinpaint/actions';
import { createTestDatabase } from '@pinpaint/db/testing';
import {
  type EditId,
  type FramePoint,
  newId,
  type Placement,
  type Region,
  type Surface,
} from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aWorker, honestAnswer, type TestWorker, testEngine } from '../testing/aWorker.ts';
import {
  aPhotograph,
  aPin,
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
let worker: TestWorker;
let as: string;

beforeAll(async () => {
  stack = await openEditStack(url);
  api = stack.api;
  place = await aPhotograph(api);
  as = place.people.artist.token;
  worker = aWorker(api, (await makeOperatorToken(api.ctx, { name: 'test' })).secret);
});
// One that has been silent for half a minute counts as gone, and some of these tests ask nothing of it.
beforeEach(() => worker.announce([{ ...testEngine, name: 'place', kinds: ['place'] }]));

afterAll(() => stack?.stop());

/** A drawing twice as wide as high. */
async function anArtwork() {
  const body = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0047ab"/></svg>',
  );
  const headers = { 'content-type': 'application/octet-stream' };
  const what = `POST /projects/${place.projectId}/artworks?id=${newId()}&name=${newId()}`;
  const { id, name, digest } = (await api.ask(what, { as, body, headers })).json;
  return { id, name, digest };
}

async function start(wish: object, where: { readonly region?: Region } = {}) {
  const pinId = await aPin(api, place, { note: 'put our logo on the cup', ...where });
  const id = newId<EditId>();
  const intent = { wish: { kind: 'place', thing: 'our logo', ...wish }, keep: [], confidence: 1 };
  return { id, ...(await api.ask(`POST /pins/${pinId}/edits`, { as, json: { id, intent } })) };
}

function flat(...corners: readonly (readonly [number, number])[]): Placement {
  return {
    surface: { kind: 'flat', corners } as unknown as Surface,
    opacity: 1,
    blend: 'normal',
    shading: 1,
  };
}

const upright = flat([210, 160], [290, 165], [288, 220], [212, 215]);
const cancel = (id: string) => api.ask(`POST /edits/${id}/cancel`, { as });

test('an artwork comes to the engine drawn large enough, with its place in the crop', async () => {
  const artwork = await anArtwork();
  const { id } = await start({ artwork, placement: upright });
  const lease = await worker.take();
  const { artwork: drawn, crop } = await worker.planes(lease);
  const { cropRect } = (await api.ask(`GET /edits/${id}`, { as })).json;
  expect(crop.width).toBe(cropRect.width);
  expect(drawn).toMatchObject({
    width: 220,
    height: 110,
    surface: {
      kind: 'flat',
      corners: upright.surface.corners.map(([x, y]) => [x - cropRect.x, y - cropRect.y]),
    },
  });
  expect([...(drawn?.data.subarray(0, 4) ?? [])]).toEqual([0, 0x47, 0xab, 255]);
  await cancel(id);
});

test('without a place of its own it lies in the region, in its own shape', async () => {
  const { json, id } = await start({ artwork: await anArtwork() });
  expect(json.intent.wish.placement.surface.corners).toEqual([
    [200, 165],
    [300, 165],
    [300, 215],
    [200, 215],
  ]);
  await cancel(id);
});

const triangle: Region = {
  kind: 'lasso',
  points: [
    [200, 250],
    [300, 150],
    [400, 250],
  ],
};

/** Of the triangle above, whose sides rise as fast as they run. */
const isInTriangle = ([x, y]: FramePoint) => y <= 250 && y - 150 >= Math.abs(x - 300);

test('in a lasso it is as large as all of it fits, and not cut', async () => {
  const { json, id } = await start({ artwork: await anArtwork() }, { region: triangle });
  const corners: readonly FramePoint[] = json.intent.wish.placement.surface.corners;
  expect(corners.filter((corner) => !isInTriangle(corner))).toEqual([]);
  const [[left], [right]] = corners as [FramePoint, FramePoint];
  // Twice as wide as high, so it would be 100 px wide with its upper corners on the sides themselves.
  expect(right - left).toBeGreaterThan(94);
  await cancel(id);
});

/** Of what is proposed once an engine has painted all that it may. */
async function flagsOfEdit(id: EditId): Promise<readonly string[]> {
  const lease = await worker.take();
  await worker.answer(lease, honestAnswer(await worker.planes(lease)));
  await until('it is proposed', async () => {
    const edit = (await api.ask(`GET /edits/${id}`, { as })).json;
    return edit.state === 'proposed';
  });
  return (await api.ask(`GET /edits/${id}/candidates`, { as })).json.items[0].flags;
}

test.each([
  ['a warning where the region cuts it', true, flat([210, 160], [390, 160], [390, 240], [210, 240])],
  ['no warning where all of it is painted', false, flat([270, 200], [330, 202], [328, 240], [272, 238])],
  ['no warning where nobody has placed it', false, undefined],
])('an artwork’s candidate has %s', async (_, isCut, placement) => {
  const { id } = await start({ artwork: await anArtwork(), placement }, { region: triangle });
  expect((await flagsOfEdit(id)).includes('artwork.cut')).toBe(isCut);
});

test('it lies beside a lock and not half below it', async () => {
  const lock: Region = { kind: 'rectangle', x: 400, y: 300, width: 60, height: 80 };
  const locked = await api.ask(`POST /frames/${place.frameId}/locks`, {
    as,
    json: { id: newId(), name: 'cloth', region: lock },
  });
  expect(locked.status).toBe(201);
  const region: Region = { kind: 'rectangle', x: 440, y: 300, width: 100, height: 80 };
  const { json, id } = await start({ artwork: await anArtwork() }, { region });
  expect(json.intent.wish.placement.surface.corners).toEqual([
    [460, 320],
    [540, 320],
    [540, 360],
    [460, 360],
  ]);
  await cancel(id);
});

test('a region without room for any of it is told so', async () => {
  const line: Region = {
    kind: 'lasso',
    points: [
      [100, 50],
      [150, 100],
      [150, 101.5],
      [100, 51.5],
    ],
  };
  const { status, json } = await start({ artwork: await anArtwork() }, { region: line });
  expect([status, json.code]).toEqual([422, 'placement.no-room']);
});

test('what an edit placed stands in it: the kit’s name and digest, whatever was sent', async () => {
  const artwork = await anArtwork();
  const sent = { ...artwork, name: 'x', digest: 'f'.repeat(64) };
  const { json, id } = await start({ artwork: sent, placement: upright });
  expect(json.intent.wish).toMatchObject({ artwork, placement: upright });
  await cancel(id);
});

test('an artwork that left the kit can’t be placed anew, but what was placed can be tried again', async () => {
  const artwork = await anArtwork();
  const { id } = await start({ artwork, placement: upright });
  await cancel(id);
  await api.ask(`DELETE /artworks/${artwork.id}`, { as });
  const anew = await start({ artwork, placement: upright });
  expect([anew.status, anew.json.code]).toEqual([404, 'artwork.not-found']);
  const json = { id: newId() };
  const again = await api.ask(`POST /edits/${id}/retry`, { as, json });
  expect(again).toMatchObject({ status: 201, json: { intent: { wish: { artwork } } } });
  await cancel(json.id);
});

test('another project’s artwork is none of this one’s', async () => {
  const other = await aPhotograph(api);
  const artwork = await anArtwork();
  const pinId = await aPin(api, other, { note: 'put our logo on the cup' });
  const intent = { wish: { kind: 'place', thing: 'our logo', artwork }, keep: [], confidence: 1 };
  const answer = await api.ask(`POST /pins/${pinId}/edits`, {
    as: other.people.artist.token,
    json: { id: newId(), intent },
  });
  expect([answer.status, answer.json.code]).toEqual([404, 'artwork.not-found']);
});

test.each([
  ['engine.artwork-missing', false, upright],
  ['placement.outside', true, flat([10, 10], [40, 10], [40, 30], [10, 30])],
  ['placement.mirrored', true, flat([290, 160], [210, 160], [210, 220], [290, 220])],
  ['placement.not-convex', true, flat([210, 160], [290, 220], [290, 160], [210, 220])],
  ['placement.too-small', true, flat([210, 160], [211, 160], [211, 161], [210, 161])],
])('%s is said before anything is queued', async (code, isChosen, placement) => {
  const wish = { placement, ...(isChosen && { artwork: await anArtwork() }) };
  const { status, json } = await start(wish);
  expect([status, json.code]).toEqual([422, code]);
});
