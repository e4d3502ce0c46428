import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openFolderStore } from './openFolderStore.ts';
import { describeBlobStore } from './storeContract.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-blobs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const contractFolder = await mkdtemp(join(tmpdir(), 'pinpaint-blobs-'));
afterAll(() => rm(contractFolder, { recursive: true, force: true }));
describeBlobStore('a folder of blobs', () => openFolderStore(contractFolder));

it('leaves no draft behind, whether a put succeeds or not', async () => {
  const store = await openFolderStore(folder);
  await store.put(randomBytes(100), { maxBytes: 100 });
  await store.put(randomBytes(100), { maxBytes: 99 });
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
});

it('notices a blob that has rotted, and mends it when it is put again', async () => {
  const store = await openFolderStore(folder);
  const bytes = randomBytes(100);
  const stored = await store.put(bytes, { maxBytes: 100 });
  const { digest } = stored.ok ? stored.value : { digest: '' };
  const file = await store.localFile(digest);
  await truncate(file?.path ?? '', 99);
  expect(await store.verify(digest)).toBe(false);
  await store.put(bytes, { maxBytes: 100 });
  expect(await store.verify(digest)).toBe(true);
});

it('clears old drafts of dead processes at its start and leaves those that may still be written', async () => {
  await openFolderStore(folder);
  for (const [name, ageMinutes] of [
    ['old', 120],
    ['young', 10],
  ] as const) {
    const draft = join(folder, 'tmp', name);
    await writeFile(draft, 'half');
    const then = new Date(Date.now() - ageMinutes * 60_000);
    await utimes(draft, then, then);
  }
  await openFolderStore(folder);
  expect(await readdir(join(folder, 'tmp'))).toEqual(['young']);
});

it('says at its start or in its check when the folder is no folder', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  await expect(openFolderStore(file)).rejects.toThrow();
  const store = await openFolderStore(join(folder, 'blobs'));
  await rm(join(folder, 'blobs'), { recursive: true });
  await expect(store.check()).rejects.toThrow();
});

it('still has all it acknowledged after its process was killed in the middle of writing', async () => {
  const program = `
    import { randomBytes } from 'node:crypto';
    import { openFolderStore } from ${JSON.stringify(join(import.meta.dirname, 'openFolderStore.ts'))};
    const store = await openFolderStore(${JSON.stringify(folder)});
    for (;;) {
      const stored = await store.put(randomBytes(200_000), { maxBytes: 200_000 });
      console.log(stored.value.digest);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 20) child.kill('SIGKILL');
  }
  const store = await openFolderStore(folder);
  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  expect(await Promise.all(acknowledged.map((digest) => store.verify(digest)))).not.toContain(false);
});
