import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../setup/root.mjs';
import { type Lock, missingPackages } from './missingPackages.ts';

test('the lock file names the packages of every platform (else: npm run lock)', () => {
  const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  expect(Object.keys(lock.packages).length).toBeGreaterThan(200);
  expect(Object.keys(missingPackages(lock))).toEqual([]);
});

test('what is missing is named with its platform, so that only that platform fetches it', () => {
  const optionalDependencies = Object.fromEntries(
    ['@a/darwin-64', '@a/windows-arm64', '@a/cli-linux-arm64-musl', '@a/binding-linux-arm-gnueabihf'].map(
      (name) => [name, '1.0.0'],
    ),
  );
  expect(
    missingPackages({
      packages: { 'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies } },
    }),
  ).toEqual({
    'node_modules/@a/darwin-64': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['x64'],
    },
    'node_modules/@a/windows-arm64': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['win32'],
      cpu: ['arm64'],
    },
    'node_modules/@a/cli-linux-arm64-musl': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
    },
    'node_modules/@a/binding-linux-arm-gnueabihf': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm'],
    },
  });
});

test('a package counts as named wherever Node would find it', () => {
  const needs = { optionalDependencies: { native: '1.0.0' } };
  const found = (path: string, place: string) =>
    missingPackages({ packages: { [path]: needs, [place]: {} } });
  expect(found('node_modules/a/node_modules/b', 'node_modules/native')).toEqual({});
  expect(found('node_modules/a/node_modules/b', 'node_modules/a/node_modules/native')).toEqual({});
  expect(found('node_modules/b', 'node_modules/b/node_modules/native')).toEqual({});
  expect(found('apps/web', 'apps/web/node_modules/native')).toEqual({});
  expect(found('node_modules/b', 'node_modules/a/node_modules/native')).toHaveProperty([
    'node_modules/native',
  ]);
});
