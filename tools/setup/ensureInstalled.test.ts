import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './ensureInstalled.mjs';

let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'pinpaint-install-'));
  await mkdir(join(checkout, 'node_modules'));
});

afterEach(() => rm(checkout, { recursive: true, force: true }));

const wanted = {
  '': { version: '0.1.0' },
  'apps/web': { version: '0.1.0' },
  'node_modules/@pinpaint/web': { link: true },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/native-for-another-platform': { version: '1.0.0', optional: true },
};
const present = {
  'node_modules/@pinpaint/web': { link: true },
  'node_modules/zod': { version: '4.6.7' },
};

test('it is installed when each package is there in its version, save optional ones', async () => {
  await write(wanted, present);
  expect(await isInstalled(checkout)).toBe(true);
});

test.each([
  ['another version', { ...present, 'node_modules/zod': { version: '4.6.6' } }],
  ['a missing package', { 'node_modules/@pinpaint/web': { link: true } }],
  ['a missing workspace', { 'node_modules/zod': { version: '4.6.7' } }],
  ['a copy in place of a workspace', { ...present, 'node_modules/@pinpaint/web': { version: '0.1.0' } }],
])('%s is not installed', async (_, found) => {
  await write(wanted, found);
  expect(await isInstalled(checkout)).toBe(false);
});

test('an install that was broken off left no list, so it is not installed', async () => {
  await writeFile(join(checkout, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  expect(await isInstalled(checkout)).toBe(false);
});

async function write(lock: object, list: object): Promise<void> {
  await writeFile(join(checkout, 'package-lock.json'), JSON.stringify({ packages: lock }));
  await writeFile(join(checkout, 'node_modules/.package-lock.json'), JSON.stringify({ packages: list }));
}
