import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase } from '@pinpaint/db/testing';
import { boundsOfRegion, type EditId, type FrameId, newId, type PinId } from '@pinpaint/domain';
import { makePicture } from '@pinpaint/imaging';
import { asPng } from '@pinpaint/pictures/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPhotograph, type EditPlace, type EditStack } from '../testing/openEditStack.ts';
import { openEngineStack } from '../testing/openEngineStack.ts';
import { until } from '../testing/until.ts';
import { uploadPicture } from '../testing/uploadPicture.ts';

// A process of its own, as a worker is: no page may reach an engine.
const writeModels = resolve(
  import.meta.dirname,
  '../../../../../packages/engines/src/testing/writeMadeModels.ts',
);
const { url } = await createTestDatabase();
const heard: string[] = [];
let dir: string;
let stack: EditStack;
let place: EditPlace;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-models-'));
  await promisify(execFile)(process.execPath, [writeModels, dir]);
  await copyFile(join(dir, 'migan.onnx'), join(dir, 'fleeting.onnx'));
  await writeFile(
    join(dir, 'models.json'),
    JSON.stringify({
      models: [
        { kind: 'fill', path: join(dir, 'lama.onnx') },
        { kind: 'fill', name: 'migan', path: join(dir, 'migan.onnx'), sidePx: null },
        { kind: 'fill', name: 'gone', path: join(dir, 'gone.onnx') },
        { kind: 'fill', name: 'fleeting', path: join(dir, 'fleeting.onnx') },
        { kind: 'diffusion', path: join(dir, 'sd'), steps: 3 },
        { kind: 'segment', name: 'sam', path: join(dir, 'sam') },
      ],
    }),
  );
  stack = await openEngineStack(url, { MODELS: join(dir, 'models.json') }, (text) => heard.push(text));
  place = await aPhotograph(stack.api);
});
afterAll(async () => {
  await stack?.stop();
  await rm(dir, { recursive: true, force: true });
});

const remove = { kind: 'remove', thing: 'spoon' };
const add = { kind: 'add', thing: 'a small ladybird' };

test.each([
  ['onnx-fill', remove],
  ['migan', remove],
  ['onnx-diffusion', add],
] as const)('%s fills a region, and nothing outside it changes', async (engine, wish) => {
  const ended = await edit(engine, wish);
  expect(ended).toMatchObject({ state: 'proposed', engine });
  const { items } = (await stack.api.ask(`GET /edits/${ended.id}/candidates`, { as: as() })).json;
  expect(items[0].proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
});

test('a model whose file is missing is not promised to anybody, and the operator reads which', async () => {
  const json = { id: newId<EditId>(), engine: 'gone', intent: { wish: remove, keep: [], confidence: 1 } };
  const started = await stack.api.ask(`POST /pins/${await aPin('as it says')}/edits`, { as: as(), json });
  expect(started.json).toMatchObject({ code: 'engine.not-connected' });
  const line = heard
    .join('')
    .split('\n')
    .find((one) => one.includes('left out'));
  expect(JSON.parse(line ?? '')).toMatchObject({
    engine: 'gone',
    path: join(dir, 'gone.onnx'),
    code: 'engine.model-unreadable',
  });
});

test('a model whose file goes away later fails with a code, and tells nobody where it lay', async () => {
  await rm(join(dir, 'fleeting.onnx'));
  const { state, failure } = await edit('fleeting', remove);
  expect({ state, code: failure.code }).toEqual({ state: 'failed', code: 'engine.model-unreadable' });
  expect(failure.says).toContain('fleeting.onnx');
  expect(failure.says).not.toContain('/');
});

test('what only a model can do is offered once one is there', async () => {
  const pinId = await aPin('add a small ladybird on the saucer');
  const { json } = await stack.api.ask(`GET /pins/${pinId}/estimate`, { as: as() });
  expect(json.engines).toEqual([expect.objectContaining({ name: 'onnx-diffusion' })]);
  expect(json.engines[0].region).toMatchObject({ usd: 0 });
});

describe('a model that selects', () => {
  const square = { left: 60, top: 40, side: 60 };
  let frameId: FrameId;
  beforeAll(async () => {
    const picture = makePicture({ width: 300, height: 200, channels: 3, depth: 8 });
    picture.data.fill(100);
    for (let y = square.top; y < square.top + square.side; y += 1)
      for (let x = square.left; x < square.left + square.side; x += 1) picture.data[(y * 300 + x) * 3] = 230;
    const file = await asPng(picture);
    frameId = await uploadPicture(stack.api, { boardId: place.boardId, as: as(), file });
  });
  const select = (json: object) => stack.api.ask(`POST /frames/${frameId}/selections`, { as: as(), json });

  test('answers a click with the line round what lies there, and a second one about the same', async () => {
    for (const add of [[[90, 70]], [[70, 50]]]) {
      const { status, json } = await select({ add });
      expect([status, json.segmenter]).toEqual([200, 'sam']);
      const bounds = boundsOfRegion(json.region);
      expect(bounds?.x).toBeCloseTo(square.left, -1);
      expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeCloseTo(square.left + square.side, -1);
    }
  });

  test('answers while an edit runs, and leaves no trace in the ledger', async () => {
    const before = await stack.api.ctx.db.ledgerEvent.count({ where: { subjectId: frameId } });
    const { state } = await edit('onnx-diffusion', add);
    const around = { kind: 'rectangle', x: 50, y: 30, width: 80, height: 80 };
    expect((await select({ around })).status).toBe(200);
    expect(state).toBe('proposed');
    expect(await stack.api.ctx.db.ledgerEvent.count({ where: { subjectId: frameId } })).toBe(before);
  });

  test('finds nothing on plain grey, and says so', async () => {
    expect(await select({ add: [[250, 150]] })).toMatchObject({
      status: 422,
      json: { code: 'selection.nothing' },
    });
  });
});

function as(): string {
  return place.people.artist.token;
}

async function aPin(note: string): Promise<PinId> {
  const id = newId<PinId>();
  const region = { kind: 'ellipse', cx: 300, cy: 200, rx: 40, ry: 30 };
  const { status } = await stack.api.ask(`POST /frames/${place.frameId}/pins`, {
    as: as(),
    json: { id, region, note },
  });
  expect(status).toBe(201);
  return id;
}

async function edit(engine: string, wish: object) {
  const [pinId, id] = [await aPin('as the wish says'), newId<EditId>()];
  const json = { id, engine, seed: 1, intent: { wish, keep: [], confidence: 1 } };
  const started = await stack.api.ask(`POST /pins/${pinId}/edits`, { as: as(), json });
  expect(started.json).toMatchObject({ state: 'queued' });
  return until('it has ended', async () => {
    const { json: now } = await stack.api.ask(`GET /edits/${id}`, { as: as() });
    return (now.state === 'proposed' || now.state === 'failed') && now;
  });
}
