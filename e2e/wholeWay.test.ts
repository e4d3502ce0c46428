import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkout } from './checkout.ts';

type Report = {
  id: string;
  status: string;
  flags: string[];
  proof: { changedInside: number; changedOutside: number; changedInLocks: number } | null;
  version: { number: number; state: string; digest: string } | null;
  message: string;
};

let out = '';
let reports: readonly Report[] = [];

/** `npm run demo` as a newcomer types it: a throw-away stack, all nine notes, the public API alone. */
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'pinpaint-e2e-'));
  await promisify(execFile)('npm', ['run', 'demo', '--', '--out', out], { cwd: checkout });
  reports = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
});

afterAll(() => rm(out, { recursive: true, force: true }));

it('takes every note to an end that a person can live with', () => {
  const ends = Object.fromEntries(reports.map(({ id, status }) => [id, status]));
  // What a completion looks like is its own benchmark's matter; here it is proposed, or approved.
  const completed = expect.stringMatching(/^(approved|flagged)$/);
  expect(ends).toEqual({
    'face-warmer': 'approved',
    'patch-off': completed,
    'saucer-blue': 'approved',
    'spoon-off': completed,
    'bowl-blue': 'approved',
    'tree-off': completed,
    'dog-off': completed,
    'wide-16x9': completed,
    'ladybird-add': 'needs-engine',
  });
});

it('approves nothing whose figures warn', () => {
  for (const { id, status, flags } of reports) {
    if (flags.length > 0) expect({ id, status }).toEqual({ id, status: 'flagged' });
  }
});

it('changes nothing outside the mask and nothing under a lock', () => {
  for (const { id, proof } of reports.filter(({ status }) => status !== 'needs-engine')) {
    expect({ id, outside: proof?.changedOutside, locked: proof?.changedInLocks }).toEqual({
      id,
      outside: 0,
      locked: 0,
    });
    expect(proof?.changedInside).toBeGreaterThan(0);
  }
});

it('names what could do what nothing here can', () => {
  const ladybird = reports.find(({ id }) => id === 'ladybird-add');
  expect(ladybird?.message).toMatch(/ladybird/);
  expect(ladybird?.message).toMatch(/0\.\d+ USD/);
});

it('leaves the pictures that a person looks at, and nothing else', async () => {
  expect((await readdir(join(out, 'saucer-blue'))).sort()).toEqual([
    'after.png',
    'before.png',
    'diff.png',
    'mask.png',
  ]);
  expect(await readdir(join(out, 'ladybird-add'))).toEqual(['before.png']);
});
