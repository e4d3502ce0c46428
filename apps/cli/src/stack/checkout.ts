import { join, resolve } from 'node:path';

/** The checkout this file lies in. */
export const checkout = resolve(import.meta.dirname, '../../../..');

export const entryPoints = {
  web: join(checkout, 'apps/web/src/main.ts'),
  worker: join(checkout, 'apps/worker/src/main.ts'),
} as const;

export const fixturesDir = join(checkout, 'fixtures');
