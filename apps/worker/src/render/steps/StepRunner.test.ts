import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StepRunner } from './StepRunner.ts';
import type { StepWish } from './stepWish.ts';

const picturePath = resolve(import.meta.dirname, '../../../../../fixtures/coffee.png');
const calm = new AbortController().signal;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-steps-'));
});
afterAll(() => rm(dir, { recursive: true }));

const wish = (name: string): StepWish => ({
  step: { kind: 'upscale', scale: 4 },
  bounds: { x: 0, y: 0, width: 600, height: 400 },
  layers: [],
  picturePath,
  dir,
  outputPath: join(dir, `${name}.png`),
});

test('a renderer that stops gives its step back, and native code under way takes nobody with it', async () => {
  const runner = new StepRunner();
  let stopped: Promise<void> | null = null;
  const running = runner.run(wish('stopped'), calm, () => {
    stopped ??= runner.stop();
  });
  await expect(running).rejects.toThrow('The renderer stops');
  await stopped;
});

test('a step that is cancelled says so, and the thread goes on', async () => {
  const runner = new StepRunner();
  const cancel = new AbortController();
  expect(await runner.run(wish('cancelled'), cancel.signal, () => cancel.abort())).toEqual({
    kind: 'cancelled',
  });
  const again = runner.run(wish('again'), AbortSignal.abort(), () => {});
  expect(await again).toEqual({ kind: 'cancelled' });
  await runner.stop();
});
