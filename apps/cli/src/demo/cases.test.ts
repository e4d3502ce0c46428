import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCases } from './cases.ts';

const dir = await mkdtemp(join(tmpdir(), 'pinpaint-cases-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

async function read(...ids: string[]) {
  const file = join(dir, 'cases.json');
  const cases = ids.map((id) => ({ id, image: 'a.png', note: 'make it warmer' }));
  await writeFile(file, JSON.stringify({ cases }));
  return readCases(file);
}

test('cases are read with what they leave out', async () => {
  expect(await read('a-1', '..b')).toMatchObject([{ id: 'a-1', locks: [] }, { id: '..b' }]);
});

test.each(['..', '.', '...', 'a/b', '../a', ''])(
  'a case can’t be called %j: its folder is emptied first',
  async (id) => {
    await expect(read(id)).rejects.toMatchObject({ code: 'cases.unreadable' });
  },
);

test('no two cases share a folder', async () => {
  await expect(read('a', 'b', 'a')).rejects.toMatchObject({ code: 'cases.unreadable' });
});
