import { join } from 'node:path';
import { node24, root } from './root.mjs';
import { runStep } from './runStep.mjs';
import { withLock } from './withLock.mjs';

/** Turborepo knows by the sources' hashes whether there is anything to build, and says so at once. */
export async function ensureBuilt() {
  await withLock(() =>
    runStep({
      name: 'turbo run build',
      says: 'building the web app, where it has changed',
      command: node24,
      args: [
        join(root, 'node_modules/turbo/bin/turbo'),
        'run',
        'build',
        '--ui=stream',
        '--output-logs=new-only',
      ],
    }),
  );
}
