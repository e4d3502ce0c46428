import { aBoard, aStudio, type TestStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type PinId, type Region } from '@pinpaint/domain';
import { makePicture, type Picture } from '@pinpaint/imaging';
import { asPng } from '@pinpaint/pictures/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditStack } from '../testing/openEditStack.ts';
import { openEngineStack } from '../testing/openEngineStack.ts';
import { until } from '../testing/until.ts';
import { uploadPicture } from '../testing/uploadPicture.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let studio: TestStudio;
let board: Awaited<ReturnType<typeof aBoard>>;
let as: string;

beforeAll(async () => {
  stack = await openEngineStack(url);
  studio = await aStudio(stack.api.ctx);
  board = await aBoard(stack.api.ctx, studio);
  as = studio.people.artist.token;
});
afterAll(() => stack?.stop());

const side = 400;
const region: Region = { kind: 'ellipse', cx: 200, cy: 230, rx: 50, ry: 50 };

/** Four samples a pixel: a lens knows no stairs. */
function painted(paint: (x: number, y: number) => number): Picture {
  const picture = makePicture({ width: side, height: side, channels: 3, depth: 8 });
  for (let i = 0; i < side * side; i += 1) {
    const [x, y] = [i % side, Math.floor(i / side)];
    const value = (paint(x, y) + paint(x + 0.5, y) + paint(x, y + 0.5) + paint(x + 0.5, y + 0.5)) / 4;
    picture.data.fill(value, i * 3, i * 3 + 3);
  }
  return picture;
}

const checker = (u: number, v: number): number => ((Math.floor(u) + Math.floor(v)) % 2 === 0 ? 190 : 80);
const wall = painted((x, y) => 120 + 8 * Math.sin(x / 7) * Math.sin(y / 9));
const rough = painted((x, y) => 120 + 60 * Math.sin(x * 1.1 + 2 * Math.sin(y / 5)) * Math.cos(y * 0.9));
const floor = painted((x, y) => (y < 100 ? 150 : checker(((x - 200) * 6) / (y - 80), 1200 / (y - 80))));

async function aFrame(picture: Picture): Promise<FrameId> {
  return uploadPicture(stack.api, { boardId: board.id, as, file: await asPng(picture) });
}

async function aPin(frameId: FrameId, note: string): Promise<PinId> {
  const id = newId<PinId>();
  const placed = await stack.api.ask(`POST /frames/${frameId}/pins`, { as, json: { id, region, note } });
  expect(placed.status).toBe(201);
  return id;
}

const estimate = async (pinId: PinId) => (await stack.api.ask(`GET /pins/${pinId}/estimate`, { as })).json;

/** What heal's or grade's risks are found to be, and what the first answer said of them. */
async function foreseen(pinId: PinId) {
  const first = await estimate(pinId);
  const last = await until('it was looked at', async () => {
    const said = await estimate(pinId);
    return said.foresight !== 'looking' && said;
  });
  return { first: first.foresight, last: last.foresight, risks: last.engines[0].risks };
}

test('an estimate answers at once, and says what is risky when it was looked at', async () => {
  const risky = await aPin(await aFrame(floor), 'remove the mug');
  expect(await foreseen(risky)).toEqual({
    first: 'looking',
    last: 'ready',
    risks: expect.arrayContaining(['risk.perspective']),
  });
  expect((await estimate(risky)).foresight).toBe('ready');
  const plain = await aPin(await aFrame(wall), 'remove the mug');
  expect(await foreseen(plain)).toEqual({ first: 'looking', last: 'ready', risks: [] });
});

test('a removal is as risky when the picture grows besides, and growing far is a risk of its own', async () => {
  const frameId = await aFrame(rough);
  expect((await foreseen(await aPin(frameId, 'remove the mug'))).risks).toEqual(['risk.texture']);
  expect((await foreseen(await aPin(frameId, 'remove the mug and extend it to 16:9'))).risks).toEqual([
    'risk.texture',
    'risk.far-extend',
  ]);
});

test('what nothing can go wrong with is not looked at', async () => {
  const pinId = await aPin(await aFrame(floor), 'make the mug blue');
  expect(await estimate(pinId)).toMatchObject({
    foresight: 'ready',
    engines: [{ name: 'grade', risks: [] }],
  });
});

test('a policy runs what is plain, and nothing that is risky', async () => {
  const ended = async (frameId: FrameId) =>
    until('its edit has ended', async () => {
      const { items } = (await stack.api.ask(`GET /frames/${frameId}/edits`, { as })).json;
      return ['proposed', 'cancelled'].includes(items[0]?.state) && items[0];
    });
  const [plain, risky] = [await aFrame(wall), await aFrame(floor)];
  const what = `PATCH /projects/${board.projectId}`;
  await stack.api.ask(what, { as: studio.people.director.token, json: { policy: { start: 'confident' } } });
  await aPin(plain, 'remove the mug');
  expect(await ended(plain)).toMatchObject({ state: 'proposed', byPolicy: true });
  const pinId = await aPin(risky, 'remove the mug');
  const stopped = await ended(risky);
  expect(stopped).toMatchObject({ state: 'cancelled', byPolicy: true, failure: { code: 'edit.too-risky' } });
  expect(stopped.timings.startedAt).toBeNull();
  expect((await stack.api.ask(`GET /pins/${pinId}`, { as })).json.state).toBe('open');
});

test('a person may run it all the same; what comes is proposed, and nothing is taken by itself', async () => {
  const what = `PATCH /projects/${board.projectId}`;
  await stack.api.ask(what, { as: studio.people.director.token, json: { policy: { start: 'by-hand' } } });
  const frameId = await aFrame(floor);
  const pinId = await aPin(frameId, 'remove the mug');
  const id = newId();
  await stack.api.ask(`POST /pins/${pinId}/edits`, { as, json: { id, seed: 1 } });
  await until(
    'it is proposed',
    async () => (await stack.api.ask(`GET /edits/${id}`, { as })).json.state === 'proposed',
  );
  const { items } = (await stack.api.ask(`GET /edits/${id}/candidates`, { as })).json;
  expect(items[0]).toMatchObject({ state: 'proposed' });
  expect(items[0].flags.length).toBeGreaterThan(0);
  expect(await stack.api.ctx.db.version.count({ where: { frameId } })).toBe(1);
});
