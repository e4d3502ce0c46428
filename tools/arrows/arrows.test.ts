import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../setup/root.mjs';
import { arrows } from './arrows.ts';
import { readImports } from './readImports.ts';
import { type Workspaces, wrongImport } from './wrongImport.ts';

const workspaces = readWorkspaces();
const files = globSync('{apps,packages}/**/*.{ts,tsx,mts,mjs,js,jsx}', {
  cwd: root,
  exclude: [
    '**/node_modules/**',
    '**/.next/**',
    '**/generated/**',
    '**/next-env.d.ts',
    'packages/engines/wasm/**',
  ],
}).map((file) => file.replaceAll('\\', '/'));

test('every import follows the arrows', () => {
  const wrong = files.flatMap((file) =>
    readImports(file, readFileSync(join(root, file), 'utf8')).flatMap((specifier) => {
      const why = specifier === null ? null : wrongImport(file, specifier, workspaces);
      return why === null ? [] : [`${file} imports ${specifier}: ${why}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('the whole repository was read', () => {
  expect(files.length).toBeGreaterThan(150);
  const read = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
  expect([...read].sort()).toEqual(Object.keys(workspaces).sort());
});

test('each workspace has its arrows, and they make no ring', () => {
  expect(Object.keys(workspaces).filter((folder) => !arrows[folder])).toEqual([]);
  for (const folder of Object.keys(arrows)) expect(reachableFrom(folder)).not.toContain(folder);
});

test.each([
  ['packages/domain/src/a.ts', '@pinpaint/imaging'],
  ['packages/imaging/src/a.ts', '@pinpaint/engines'],
  ['packages/actions/src/a.ts', '@pinpaint/engines'],
  ['packages/actions/src/a.ts', '@pinpaint/pictures'],
  ['packages/db/src/a.ts', '@pinpaint/actions'],
  ['apps/web/src/a.ts', '@pinpaint/worker'],
  ['apps/web/src/a.tsx', '@pinpaint/engines'],
  ['packages/actions/src/a.test.ts', '@pinpaint/engines'],
])('%s may not import %s, though its package.json said so', (file, specifier) => {
  expect(wrongImport(file, specifier, dependingOnAll())).toMatch(/no arrow leads from/);
});

test.each([
  ['packages/domain/src/a.ts', 'node:fs', /no Node module/],
  ['packages/imaging/src/deep/a.ts', 'crypto', /no Node module/],
  ['packages/imaging/src/a.ts', '@pinpaint/domain/src/result.ts', /has no entry/],
  ['packages/actions/src/a.ts', '@pinpaint/db/testing', /is for tests/],
  ['packages/imaging/src/a.ts', '../../domain/src/result.ts', /lies outside/],
  ['apps/web/src/server/a.ts', '../../../worker/src/main.ts', /lies outside/],
  ['packages/domain/src/a.ts', 'sharp', /not in its package.json/],
  ['packages/domain/src/a.ts', 'vitest', /not in its package.json/],
  ['packages/domain/src/a.ts', '@pinpaint/nothing', /not in its package.json/],
  ['packages/unheard/src/a.ts', 'zod', /no workspace/],
])('%s may not import %s', (file, specifier, why) => {
  expect(wrongImport(file, specifier, workspaces)).toMatch(why);
});

test.each([
  ['packages/imaging/src/a.ts', '@pinpaint/domain'],
  ['packages/imaging/src/deep/a.ts', '../b.ts'],
  ['packages/imaging/src/a.test.ts', 'node:fs'],
  ['packages/imaging/src/a.test.ts', 'fast-check'],
  ['packages/domain/src/a.ts', '@noble/hashes/sha2.js'],
  ['packages/db/src/a.ts', 'node:fs'],
  ['packages/actions/src/a.int.test.ts', '@pinpaint/db/testing'],
  ['apps/worker/src/a.ts', '@pinpaint/engines'],
])('%s may import %s', (file, specifier) => {
  expect(wrongImport(file, specifier, workspaces)).toBeNull();
});

test('imports of every form are seen, and mentions of one are not', () => {
  const text = `
    // import 'a-comment';
    import one from 'one';
    import type { Two } from 'two';
    import 'three';
    export { four } from 'four';
    export type * from 'five';
    const six = await import('six');
    const seven: import('seven').Seven = await import(computed);
    const mention = "import x from 'a-string'";`;
  const seen = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', null];
  expect(new Set(readImports('a.ts', text))).toEqual(new Set(seen));
});

function readWorkspaces(): Workspaces {
  const manifests = globSync('{apps,packages}/*/package.json', { cwd: root }).map((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const dependencies = Object.keys({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.devDependencies,
    });
    const entries = Object.keys(manifest.exports ?? {});
    return [file.split('/').slice(0, 2).join('/'), { name: manifest.name, entries, dependencies }] as const;
  });
  return Object.fromEntries(manifests);
}

function dependingOnAll(): Workspaces {
  const dependencies = Object.values(workspaces).map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(workspaces).map(([folder, workspace]) => [folder, { ...workspace, dependencies }]),
  );
}

function reachableFrom(folder: string): string[] {
  const direct = arrows[folder] ?? [];
  return [...direct, ...direct.flatMap(reachableFrom)];
}
