import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';
import { readCompose } from '../infra/compose.ts';
import type { Container } from './Container.ts';
import { type Installation, openInstallation } from './openInstallation.ts';

const { url } = await createTestDatabase();
const lasting = ['web', 'sync', 'sync-2', 'worker-render', 'worker-engine'];
const running = new Map<string, Container>();
let installation: Installation;

beforeAll(async () => {
  installation = await openInstallation(url);
  running.set('web', installation.web);
});

afterAll(() => installation?.stop());

it('each service that is built here is run', () => {
  const { services } = readCompose();
  const built = Object.keys(services).filter((name) => services[name]?.build);
  expect(built.sort()).toEqual(['migrate', ...lasting].sort());
});

it.each(lasting.slice(1))(
  '%s starts by its image’s command and is healthy by its image’s check',
  async (name) => {
    running.set(name, await installation.start(name));
  },
);

it('together they are ready for an edit', async () => {
  await until('everything an edit needs answers', async () => (await fetch(`${installation.url}/readyz`)).ok);
});

it.each(lasting.toReversed())(
  '%s ends in order when it is asked to, in the time that Docker gives it',
  async (name) => {
    expect(await running.get(name)?.stop()).toEqual([0, null]);
  },
);
