import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './withLock.mjs';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-lock-'));
  file = join(folder, 'a lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('one works at a time, each gets its turn, and nothing is left', async () => {
  let working = 0;
  const turns = await Promise.all(
    [1, 2, 3, 4].map((turn) =>
      withLock(async () => {
        working += 1;
        expect(working).toBe(1);
        await new Promise(setImmediate);
        working -= 1;
        return turn;
      }, file),
    ),
  );
  expect(turns).toEqual([1, 2, 3, 4]);
  expect(await readdir(folder)).toEqual([]);
});

test('work that fails gives the lock back', async () => {
  await expect(withLock(() => Promise.reject(new Error('no space left')), file)).rejects.toThrow('no space');
  expect(await withLock(async () => 'next', file)).toBe('next');
});

test('the lock of a process that was killed is taken over', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  await writeFile(file, String(child.pid));
  expect(await withLock(async () => 'mine', file)).toBe('mine');
});

test('a lock nobody renews is taken over, though its number belongs to somebody', async () => {
  await writeFile(file, String(process.pid));
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(file, longAgo, longAgo);
  expect(await withLock(async () => 'mine', file)).toBe('mine');
});
