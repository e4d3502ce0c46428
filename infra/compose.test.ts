import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { expect, test } from 'vitest';
import { composeFile, readBuiltService, readCompose } from './compose.ts';
import { readImage } from './image.ts';

const root = join(import.meta.dirname, '..');

const { services, volumes } = readCompose();
const names = Object.keys(services);
const lasting = names.filter((name) => name !== 'migrate');

test('the linter of compose files finds nothing in it, and would', async () => {
  expect(lint(composeFile)).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), 'pinpaint-compose-'));
  const careless = join(folder, 'docker-compose.yml');
  await writeFile(careless, 'services:\n  web:\n    image: node:latest\n    ports:\n      - 80:80\n');
  expect(lint(careless)).toContain('service-image-require-explicit-tag');
  await rm(folder, { recursive: true });
});

test('it has a service for each part of an installation', () => {
  expect(names).toEqual(['migrate', 'postgres', 'sync', 'sync-2', 'web', 'worker-engine', 'worker-render']);
});

test.each(names)('%s is pinned, hardened and nobody special', (name) => {
  const service = services[name] ?? {};
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  if (service.image) {
    expect(service.image).toMatch(/:\d+\.\d+-\w+$/);
    expect(service.user).toBe('postgres');
  } else {
    const dockerfile = join(root, service.build?.dockerfile ?? 'none');
    expect(existsSync(dockerfile)).toBe(true);
    expect(readImage(dockerfile).user).toBe('node');
  }
});

test.each(lasting)('%s says how it is', (name) => {
  const { healthcheck, build } = services[name] ?? {};
  const isChecked = healthcheck?.test ?? (build && readImage(join(root, build.dockerfile)).healthcheck);
  expect(isChecked).toBeTruthy();
});

test('whoever is waited for exists and can come to what is waited for', () => {
  const waits = names.flatMap((name) => Object.entries(services[name]?.depends_on ?? {}));
  expect(waits.length).toBeGreaterThan(4);
  for (const [name, { condition }] of waits) {
    expect(names).toContain(name);
    expect(condition).toBe(name === 'migrate' ? 'service_completed_successfully' : 'service_healthy');
  }
});

test('what migrate runs is there', () => {
  const [program, script] = services.migrate?.command ?? [];
  expect(program).toBe('node');
  expect(existsSync(join(root, script ?? 'none'))).toBe(true);
});

test('secrets come by env files with an example each, never in the compose file', () => {
  const files = new Set(names.flatMap((name) => services[name]?.env_file ?? []));
  expect([...files].sort()).toEqual(['infra/engine.env', 'infra/server.env']);
  for (const file of files) expect(existsSync(join(root, `${file}.example`))).toBe(true);
  expect(readFileSync(composeFile, 'utf8')).not.toMatch(/PASSWORD:|TOKEN:|DATABASE_URL:/);
});

test('an engine worker gets neither the database nor the blobs', () => {
  expect(services['worker-engine']).toMatchObject({
    env_file: ['infra/engine.env'],
    environment: { WORKER_ROLES: 'engine' },
  });
  expect(services['worker-engine']?.volumes).toBeUndefined();
  expect(readFileSync(join(root, 'infra/engine.env.example'), 'utf8')).not.toMatch(/DATABASE|POSTGRES/);
});

test('web lets pages reach each node that has rooms, and each has an address of its own', () => {
  const urls = ['sync', 'sync-2'].map((name) => services[name]?.environment?.ROOMS_URL);
  expect(new Set(urls).size).toBe(2);
  expect(services.web?.environment).toMatchObject({ ROOMS_HERE: 'no', ROOM_ORIGINS: urls.join(' ') });
});

test('ports open on loopback alone, and every volume is declared', () => {
  for (const port of names.flatMap((name) => services[name]?.ports ?? []))
    expect(port).toMatch(/^127\.0\.0\.1:/);
  const used = names.flatMap((name) => services[name]?.volumes ?? []).map((volume) => volume.split(':')[0]);
  expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
});

test('a container runs its image’s command, or its service’s, in the environment of image, files and service', () => {
  expect(readBuiltService('worker-engine')).toEqual({
    command: ['node', 'apps/worker/src/main.ts'],
    env: {
      NODE_ENV: 'production',
      DATA_DIR: '/data',
      WORKER_TOKEN: 'change-me',
      METRICS_HOST: '0.0.0.0',
      METRICS_PORT: '',
      OTEL_EXPORTER_OTLP_ENDPOINT: '',
      API_URL: 'http://web:3000',
      WORKER_NAME: 'engine',
      WORKER_ROLES: 'engine',
    },
    healthcheck: expect.objectContaining({ timeoutMs: 5_000 }),
    graceMs: 30_000,
  });
  expect(readBuiltService('migrate').command).toEqual(services.migrate?.command);
  expect(readBuiltService('sync').graceMs).toBe(10_000);
});

function lint(file: string): string[] {
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  const results: { readonly messages: readonly { readonly rule: string }[] }[] = linter.lintFiles(
    [file],
    false,
  );
  return results.flatMap(({ messages }) => messages.map(({ rule }) => rule));
}
