import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, findProgram } from './findBrowser.mjs';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-browser-'));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

test('what the environment names comes first', async () => {
  await aProgram('chromium');
  expect(await findBrowser({ CHROMIUM_PATH: '/opt/mine', PATH: dir })).toBe('/opt/mine');
});

test('an installed one is found by its name', async () => {
  await aProgram('google-chrome');
  expect(await findBrowser({ PATH: `/nowhere:${dir}` })).toBe(join(dir, 'google-chrome'));
});

test('a file that can not be run is no program', async () => {
  await writeFile(join(dir, 'chromium'), '');
  expect(await findProgram('chromium', { PATH: dir })).toBeNull();
});

async function aProgram(name: string): Promise<void> {
  await writeFile(join(dir, name), '#!/bin/sh\n');
  await chmod(join(dir, name), 0o755);
}
