import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { noModels, noServices, readModels } from '@pinpaint/config';
import { encodeRequest, readAnswer } from '@pinpaint/pictures/parcel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineRunner } from './EngineRunner.ts';
import type { RunMessage } from './engineThread.ts';

const writeModels = resolve(
  import.meta.dirname,
  '../../../../packages/engines/src/testing/writeMadeModels.ts',
);
const sources = { models: noModels, services: noServices };
const runner = new EngineRunner({ sources, place: 'thread' });
afterAll(() => runner.stop());

const size = { width: 64, height: 64 };
const pixels = size.width * size.height;

/** A red square on grey, to become warmer. */
function message(engine = 'grade'): RunMessage {
  const isInside = (i: number) => Math.abs((i % 64) - 32) < 12 && Math.abs(Math.floor(i / 64) - 32) < 12;
  const colours = Array.from({ length: pixels }, (_, i) => (isInside(i) ? [190, 30, 30] : [128, 128, 128]));
  const permitted = new Uint8Array(pixels).fill(255);
  const crop = { ...size, depth: 8 as const, data: Uint8Array.from(colours.flat()) };
  const empty = new Uint8Array(pixels);
  return {
    engine,
    request: encodeRequest({ crop, permitted, region: permitted, known: permitted, locked: empty }),
    intent: {
      wish: {
        kind: 'relight',
        thing: null,
        change: { warmth: 0.5, brightness: 0, contrast: 0, saturation: 0 },
      },
      keep: [],
      confidence: 1,
    },
    note: 'make it warmer',
    seed: 1,
    strength: 1,
    variants: 1,
    draws: null,
  };
}

const calm = new AbortController().signal;
const usual = { limitMs: 60_000, signal: calm, progress: () => undefined };
const run = (wish: RunMessage, signal = calm) => runner.run(wish, { ...usual, signal });

test('one thread takes one run after another, and answers what the renderer can read', async () => {
  for (let i = 0; i < 3; i += 1) {
    const outcome = await run(message());
    const parcel = outcome.kind === 'answer' ? outcome.parcel : new Uint8Array();
    expect(readAnswer(parcel, { size, depth: 8, variants: 1 })).toMatchObject({
      ok: true,
      value: [{ seed: 1 }],
    });
  }
});

test('an engine that is not there, or a crop that is none, fails the run with a code', async () => {
  expect(await run(message('veo'))).toMatchObject({ kind: 'failure', code: 'engine.unknown' });
  const garbled = { ...message(), request: new Uint8Array(32) };
  expect(await run(garbled)).toMatchObject({ kind: 'failure', code: 'engine.bad-request' });
});

test('a run that is given up ends at once, and the next finds a thread', async () => {
  const reason = new Error('cancelled');
  const giveUp = new AbortController();
  const running = run(message(), giveUp.signal);
  giveUp.abort(reason);
  await expect(running).rejects.toBe(reason);
  await expect(run(message(), AbortSignal.abort(reason))).rejects.toBe(reason);
  expect((await run(message())).kind).toBe('answer');
});

describe('models, whose code is native', () => {
  let dir: string;
  let models: EngineRunner;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pinpaint-runner-'));
    await promisify(execFile)(process.execPath, [writeModels, dir]);
    const file = join(dir, 'models.json');
    const sd = { kind: 'diffusion', path: join(dir, 'sd'), steps: 150 };
    const fill = { kind: 'fill', path: join(dir, 'migan.onnx') };
    const gone = { kind: 'fill', name: 'gone', path: join(dir, 'gone.onnx') };
    const unfit = { kind: 'diffusion', name: 'no-folder', path: join(dir, 'migan.onnx') };
    const segment = { kind: 'segment', path: join(dir, 'sam') };
    await writeFile(file, JSON.stringify({ models: [sd, fill, gone, unfit, segment] }));
    const read = readModels(file);
    if (!read.ok) throw new Error(read.error.says);
    models = new EngineRunner({
      sources: { models: read.value, services: noServices },
      place: 'process',
    });
  });
  afterAll(async () => {
    await models.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test('a run that is given up leaves the process and its open models to the next', async () => {
    const giveUp = new AbortController();
    const progress = () => giveUp.abort(new Error('cancelled'));
    const running = models.run(message('onnx-diffusion'), { ...usual, signal: giveUp.signal, progress });
    await expect(running).rejects.toThrow('cancelled');
    expect((await models.run(message('onnx-fill'), usual)).kind).toBe('answer');
  });

  test('those whose files are gone or are no such model are known before they are asked for', async () => {
    const unfit = await models.look(calm);
    expect(unfit.map(({ name, code }) => [name, code])).toEqual([
      ['gone', 'engine.model-unreadable'],
      ['no-folder', 'engine.model-unreadable'],
    ]);
    for (const { says } of unfit) expect(says).not.toContain(dir);
  });

  test.each([
    ['that is not there', 'no-sam', 'engine.model-unreadable'],
    ['of which one half fits no other', 'half-sam', 'engine.model-unfit'],
  ])('a segmenter %s is known too', async (_, folder, code) => {
    await mkdir(join(dir, 'half-sam'), { recursive: true });
    await copyFile(join(dir, 'sam', 'encoder.onnx'), join(dir, 'half-sam', 'encoder.onnx'));
    await copyFile(join(dir, 'lama.onnx'), join(dir, 'half-sam', 'decoder.onnx'));
    const file = join(dir, `${folder}.json`);
    await writeFile(file, JSON.stringify({ models: [{ kind: 'segment', path: join(dir, folder) }] }));
    const read = readModels(file);
    const sources = { models: read.ok ? read.value : noModels, services: noServices };
    const unfit = new EngineRunner({ sources, place: 'process' });
    expect(await unfit.look(calm)).toEqual([
      { name: 'onnx-segment', code, says: expect.not.stringContaining(dir) },
    ]);
    await unfit.stop();
  });

  test('a run that gives no sign of life within its limit says so by its own code, and the next finds a process', async () => {
    const slow = models.run(message('onnx-diffusion'), { ...usual, limitMs: 1 });
    expect(await slow).toMatchObject({ kind: 'failure', code: 'engine.out-of-time' });
    expect((await models.run(message('onnx-fill'), usual)).kind).toBe('answer');
  });

  test('a selection is answered while a run goes on, once its picture has come', async () => {
    const begun = Promise.withResolvers<void>();
    const giveUp = new AbortController();
    const running = models.run(message('onnx-diffusion'), {
      ...usual,
      signal: giveUp.signal,
      progress: () => begun.resolve(),
    });
    await begun.promise;
    const hints = { inside: [{ x: 32, y: 32 }], outside: [], box: null };
    const wish = { picture: 'a', crop: null, hints };
    expect(await models.select(wish, calm)).toEqual({ kind: 'mask', segment: null });
    const crop = { ...size, depth: 8 as const, data: new Uint8Array(pixels * 3).fill(200) };
    const answer = await models.select({ ...wish, crop }, calm);
    expect(answer).toEqual(await models.select(wish, calm));
    expect(answer.kind === 'mask' && answer.segment?.mask.length).toBe(pixels);
    giveUp.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
  });

  test('one that can’t be answered takes no run with it', async () => {
    const begun = Promise.withResolvers<void>();
    const running = models.run(message('onnx-diffusion'), { ...usual, progress: () => begun.resolve() });
    await begun.promise;
    const crop = { ...size, depth: 8 as const, data: new Uint8Array(0) };
    const hints = { inside: [], outside: [], box: null };
    const wrong = { picture: 'wrong', crop: { ...crop, width: -1 }, hints };
    expect(await models.select(wrong, calm)).toMatchObject({ kind: 'failure' });
    expect((await running).kind).toBe('answer');
  });

  test('a process that is ended in mid-run takes nobody with it, and its run has failed', async () => {
    const ended = models.run(message('onnx-diffusion'), { ...usual, progress: () => void models.stop() });
    expect(await ended).toMatchObject({ kind: 'failure', code: 'engine.crashed' });
    expect((await models.run(message('onnx-fill'), usual)).kind).toBe('answer');
  });
});
