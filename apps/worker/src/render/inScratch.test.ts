import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inScratch } from './inScratch.ts';

let scratchDir: string;
beforeEach(async () => {
  scratchDir = await mkdtemp(join(tmpdir(), 'pinpaint-scratch-'));
});
afterEach(() => rm(scratchDir, { recursive: true, force: true }));

it('gives each job a folder of its own, gone when the job is over, however it ended', async () => {
  const write = async (dir: string) => writeFile(join(dir, 'result.tif'), 'half');
  await inScratch({ scratchDir }, write);
  const failed = inScratch({ scratchDir }, async (dir) => {
    await write(dir);
    throw new Error('out of memory');
  });
  await expect(failed).rejects.toThrow('out of memory');
  expect(await readdir(scratchDir)).toEqual([]);
});

it('clears what killed renderers have left, and not what another may be working on', async () => {
  for (const [name, ageMinutes] of [
    ['left-behind', 61],
    ['in-hand', 59],
  ] as const) {
    const then = new Date(Date.now() - ageMinutes * 60_000);
    await mkdir(join(scratchDir, name));
    await writeFile(join(scratchDir, name, 'result.tif'), 'half');
    await utimes(join(scratchDir, name), then, then);
  }
  await inScratch({ scratchDir }, async () => undefined);
  expect(await readdir(scratchDir)).toEqual(['in-hand']);
});
