import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { durationMs, parseImage, readImage } from './image.ts';

const dockerfiles = globSync('*.Dockerfile', { cwd: import.meta.dirname }).sort();

test('there is an image for each process of an installation', () => {
  expect(dockerfiles).toEqual(['sync.Dockerfile', 'web.Dockerfile', 'worker.Dockerfile']);
});

test.each(dockerfiles)('%s runs its own entry point, as nobody special, and says how it is', (name) => {
  const entry = `apps/${name.replace('.Dockerfile', '')}/src/main.ts`;
  const image = readImage(join(import.meta.dirname, name));
  expect(image).toMatchObject({
    user: 'node',
    healthcheck: { command: ['node', '-e', expect.any(String)], timeoutMs: 5_000 },
    command: ['node', entry],
  });
  expect(existsSync(join(import.meta.dirname, '..', entry))).toBe(true);
});

test.each(dockerfiles)('%s stands on one pinned Node 24 and fetches nothing but npm packages', (name) => {
  const { bases, runs } = readImage(join(import.meta.dirname, name));
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:24\.\d+\.\d+-\w+-slim$/);
  expect(runs.filter((run) => /\b(curl|wget|git clone|npm install|npx (?!--no-install))/.test(run))).toEqual(
    [],
  );
  expect(runs.some((run) => run.includes('npm ci --omit=dev'))).toBe(true);
});

test('a Dockerfile that breaks a rule is seen as such', () => {
  const image = parseImage(
    'FROM node AS build\nRUN curl a\nUSER node\nFROM build\nHEALTHCHECK NONE\nCMD node main.ts',
  );
  expect(image).toEqual({
    bases: ['node'],
    user: null,
    env: {},
    healthcheck: null,
    command: null,
    runs: ['curl a'],
  });
});

test('the command is the entry point with its arguments, of the last stage', () => {
  const image = parseImage(
    'FROM a:1 AS b\nCMD ["no"]\nFROM a:1\nUSER me\nENTRYPOINT ["node"]\nCMD ["main.ts", "--x"]',
  );
  expect(image).toMatchObject({ user: 'me', command: ['node', 'main.ts', '--x'] });
});

test('environment and health check are those of the last stage', () => {
  const image = parseImage(
    'FROM a:1 AS b\nENV A=1\nFROM a:1\nENV B=2 C="two words"\nHEALTHCHECK CMD ["node", "-e", "ask(\'a\')"]',
  );
  expect(image).toMatchObject({
    env: { B: '2', C: 'two words' },
    healthcheck: { command: ['node', '-e', "ask('a')"], timeoutMs: 30_000 },
  });
});

test('a duration is in seconds, or refused', () => {
  expect(durationMs('30s')).toBe(30_000);
  expect(() => durationMs('1m30s')).toThrow('1m30s');
});
