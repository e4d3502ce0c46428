import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', '**/.next/**'];
/**
 * Real processes, sockets and browsers on a machine with other work can be late in ways no test foresees; one that
 * needs its second try doesn't stop a change, but is shouted by name at the end of the run, to be mended.
 */
const retry = 1;
const withPostgres = ['packages/db/src/testing/globalSetup.ts'];
/** What is waited for without saying how long; Vitest's own second is less than a busy machine may sleep. */
const waiting = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,tools,infra}/**/*.test.ts'],
          exclude: [...everywhere, '**/*.int.test.ts'],
          // As Node does it: OpenCV's default export is a promise, and spreading one over its module breaks it.
          deps: { interopDefault: false },
          testTimeout: 60_000,
          expect: waiting,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{packages,apps,tools,infra}/**/*.int.test.ts'],
          exclude: everywhere,
          globalSetup: withPostgres,
          retry,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: waiting,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: everywhere,
          globalSetup: withPostgres,
          retry,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // They wait more than they compute, for leases and pauses; more at once would need too much memory.
          maxWorkers: 2,
          expect: waiting,
        },
      },
    ],
  },
});
