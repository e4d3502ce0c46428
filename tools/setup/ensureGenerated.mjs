import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest, node24, root } from './root.mjs';
import { runStep } from './runStep.mjs';
import { withLock } from './withLock.mjs';

const generatedDir = join(root, 'packages/db/src/generated');
const stampFile = join(generatedDir, '.made-from');

/** Generates Prisma's client when the schema, or Prisma, is another than the one it was made from. */
export async function ensureGenerated() {
  if (await isGenerated()) return;
  await withLock(async () => {
    if (await isGenerated()) return;
    await runStep({
      name: 'prisma generate',
      says: 'generating the database client',
      command: node24,
      args: [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
      // Prisma insists that its engine exists, and doesn't use it here.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node24 },
    });
    await writeFile(stampFile, await wantedStamp());
  });
}

async function isGenerated() {
  const stamp = await readFile(stampFile, 'utf8').catch(() => null);
  return stamp === (await wantedStamp());
}

async function wantedStamp() {
  const files = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];
  return digest(...(await Promise.all(files.map((file) => readFile(join(root, file))))));
}
