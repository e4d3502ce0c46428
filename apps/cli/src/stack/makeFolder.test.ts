import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './makeFolder.ts';

const dir = await mkdtemp(join(tmpdir(), 'pinpaint-folder-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

test('a folder is made with those above it, and twice does no harm', async () => {
  const path = join(dir, 'a', 'b', 'c');
  await makeFolder(path);
  await makeFolder(path);
  expect((await stat(path)).isDirectory()).toBe(true);
});

test('a file in the way is an error, at the end of the path and above it', async () => {
  const file = join(dir, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(file, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.runIf(process.platform === 'linux')(
  'a folder that takes none is an error, and no wait for ever',
  async () => {
    await expect(makeFolder('/proc/nowhere/a')).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
