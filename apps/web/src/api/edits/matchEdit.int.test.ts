import { aBoard, aStudio, type TestStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import {
  type EditId,
  type FrameId,
  newId,
  type PinId,
  type PixelRect,
  type Region,
  sha256Hex,
} from '@pinpaint/domain';
import { makePicture, type Picture, toOklab } from '@pinpaint/imaging';
import { asPng, fileOf, readPhotograph } from '@pinpaint/pictures/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditStack } from '../testing/openEditStack.ts';
import { openEngineStack } from '../testing/openEngineStack.ts';
import { until } from '../testing/until.ts';
import { uploadPicture } from '../testing/uploadPicture.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let place: { readonly studio: TestStudio; readonly frameId: FrameId; readonly as: string };

beforeAll(async () => {
  stack = await openEngineStack(url);
  place = await aFrame();
});
afterAll(() => stack?.stop());

const headers = { 'content-type': 'application/octet-stream' };
const [red, blue, green] = [
  [180, 70, 60],
  [60, 90, 170],
  [90, 140, 80],
] as const;
const hole = { x: 60, y: 40, width: 40, height: 30 } as const;
const region: Region = { kind: 'rectangle', ...hole };
/** A green patch that lies on the frame beside the hole. */
const patch = { x: 110, y: 10, width: 40, height: 30 } as const;

/** Noise round a colour, so that there is something to match; with the patch where it is a frame. */
function textured(colour: readonly number[], other = colour): Picture {
  const picture = makePicture({ width: 160, height: 120, channels: 3, depth: 8 });
  let state = 7;
  for (let i = 0; i < 160 * 120; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = (state >>> 28) - 8;
    const own = isIn(patch, i % 160, Math.floor(i / 160)) ? other : colour;
    picture.data.set(
      own.map((value) => value + noise),
      i * 3,
    );
  }
  return picture;
}

function isIn(rect: PixelRect, x: number, y: number): boolean {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

async function aFrame() {
  const studio = await aStudio(stack.api.ctx);
  const as = studio.people.artist.token;
  const { id: boardId } = await aBoard(stack.api.ctx, studio);
  const frameId = await uploadPicture(stack.api, { boardId, as, file: await asPng(textured(red, green)) });
  return { studio, frameId, as };
}

async function aPin({ frameId, as } = place): Promise<PinId> {
  const id = newId<PinId>();
  const json = { id, region, note: 'match it to the picture' };
  expect((await stack.api.ask(`POST /frames/${frameId}/pins`, { as, json })).status).toBe(201);
  return id;
}

async function anAttachment(pinId: PinId, body: Uint8Array, as = place.as) {
  const id = newId();
  const what = `POST /pins/${pinId}/attachments?id=${id}&name=swatch.png`;
  expect((await stack.api.ask(what, { as, headers, body: Buffer.from(body) })).status).toBe(201);
  return { id, name: 'swatch.png', digest: await sha256Hex(body) };
}

async function start(pinId: PinId, shown: object, { as } = place) {
  const id = newId<EditId>();
  const intent = { wish: { kind: 'match', thing: null, like: 'it', ...shown }, keep: [], confidence: 1 };
  return { id, ...(await stack.api.ask(`POST /pins/${pinId}/edits`, { as, json: { id, intent, seed: 1 } })) };
}

/** The mean OKLab of the hole's middle in the only candidate, its crop begins where the edit says. */
async function result(editId: EditId): Promise<readonly number[]> {
  const ask = async (what: string) => (await stack.api.ask(what, { as: place.as })).json;
  const edit = await until('it has ended', async () => {
    const found = await ask(`GET /edits/${editId}`);
    return (found.state === 'proposed' || found.state === 'failed') && found;
  });
  expect(edit).toMatchObject({ state: 'proposed' });
  const [candidate] = (await ask(`GET /edits/${editId}/candidates`)).items;
  expect(candidate.proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  const answer = await stack.api.fetch(`GET /candidates/${candidate.id}/preview.png`, { as: place.as });
  const shown = await readPhotograph(await fileOf(new Uint8Array(await answer.arrayBuffer())));
  const [left, top] = [edit.cropRect.x, edit.cropRect.y];
  const inner = { x: hole.x + 6 - left, y: hole.y + 6 - top, width: 28, height: 18 };
  return meanLab(shown, (x, y) => isIn(inner, x, y));
}

function meanLab(picture: Picture, isMeant: (x: number, y: number) => boolean = () => true): number[] {
  const { lab, width } = toOklab(picture);
  const sum = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < lab.length / 3; i += 1) {
    if (!isMeant(i % width, Math.floor(i / width))) continue;
    count += 1;
    for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] ?? 0) + (lab[3 * i + c] ?? 0);
  }
  return sum.map((value) => value / count);
}

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.hypot(...one.map((value, i) => value - (other[i] ?? 0)));
}

test('a region comes out as the picture that was attached, or as the place that was pointed at', async () => {
  const pinId = await aPin();
  const picture = await anAttachment(pinId, await asPng(textured(blue)));
  const byPicture = await start(pinId, { picture });
  const byPlace = await start(await aPin(), { at: { kind: 'rectangle', ...patch } });
  const [asPicture, asPlace] = [await result(byPicture.id), await result(byPlace.id)];
  expect(distance(asPicture, meanLab(textured(blue)))).toBeLessThan(0.02);
  expect(distance(asPlace, meanLab(textured(green)))).toBeLessThan(0.02);
});

test('which picture it was stands in the edit and the ledger as it is stored, whatever was sent, and so it can be tried again', async () => {
  const pinId = await aPin();
  const picture = await anAttachment(pinId, await asPng(textured(blue)));
  const sent = { ...picture, name: 'x', digest: 'f'.repeat(64) };
  const { id, json } = await start(pinId, { picture: sent, at: { kind: 'rectangle', ...patch } });
  const wish = { kind: 'match', thing: null, like: 'it', picture };
  expect(json.intent.wish).toEqual(wish);
  const event = await stack.api.ctx.db.ledgerEvent.findFirstOrThrow({
    where: { topic: 'edit.queued', subjectId: id },
  });
  expect(event.payload).toMatchObject({ referenceDigest: picture.digest });
  const first = await result(id);
  const again = { id: newId<EditId>() };
  const retried = await stack.api.ask(`POST /edits/${id}/retry`, { as: place.as, json: again });
  expect(retried).toMatchObject({ status: 201, json: { intent: { wish } } });
  expect(await result(again.id)).toEqual(first);
});

test('another project’s pictures are none of this one’s', async () => {
  const other = await aFrame();
  const picture = await anAttachment(await aPin(), await asPng(textured(blue)));
  const { status, json } = await start(await aPin(other), { picture }, other);
  expect([status, json.code]).toEqual([404, 'attachment.not-found']);
});

test.each([
  ['nothing at all', {}, 'engine.reference-missing'],
  ['a bare point', { at: { kind: 'point', x: 5, y: 5 } }, 'region.empty'],
  ['the whole frame', { at: { kind: 'none' } }, 'region.empty'],
  ['a place beside it', { at: { kind: 'rectangle', x: 900, y: 9, width: 5, height: 5 } }, 'region.outside'],
])('shown %s, it is said before anything is queued', async (_, shown, code) => {
  const { status, json } = await start(await aPin(), shown);
  expect([status, json.code]).toEqual([422, code]);
});

test('of a picture that shows nothing the edit says so', async () => {
  const pinId = await aPin();
  const clear = makePicture({ width: 20, height: 20, channels: 4, depth: 8 });
  const { id } = await start(pinId, { picture: await anAttachment(pinId, await asPng(clear)) });
  const ended = await until('it has ended', async () => {
    const { json } = await stack.api.ask(`GET /edits/${id}`, { as: place.as });
    return json.state === 'failed' && json;
  });
  expect(ended.failure.code).toBe('engine.reference-empty');
});
