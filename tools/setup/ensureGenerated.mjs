import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest, node24, root } from './root.mjs';
import { runStep } from './runStep.mjs';
import { withLock } from './withLock.mjs';

/**
 * @typedef {object} Made
 * @property {string} name
 * @property {string} says
 * @property {string[]} args of Node
 * @property {string[]} from the files that decide what it becomes
 * @property {string} dir where it lies, with its stamp
 */

/** @type {Made[]} */
const everything = [
  {
    name: 'prisma generate',
    says: 'generating the database client',
    args: ['node_modules/prisma/build/index.js', 'generate', '--no-hints'],
    from: ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'],
    dir: 'packages/db/src/generated',
  },
  {
    name: 'asc',
    says: 'compiling the hot loops to WebAssembly',
    args: [
      'node_modules/assemblyscript/bin/asc.js',
      '--config',
      'packages/engines/asconfig.json',
      '--target',
      'release',
    ],
    from: [
      'packages/engines/wasm/heal.ts',
      'packages/engines/asconfig.json',
      'node_modules/assemblyscript/package.json',
    ],
    dir: 'packages/engines/src/heal/generated',
  },
  {
    name: 'onnx',
    says: 'turning the upscalers’ weights into ONNX',
    args: ['packages/engines/src/upscale/convert/convertUpscalers.ts'],
    from: [
      'packages/engines/src/upscale/weights.ts',
      'packages/engines/src/upscale/convert/convertUpscalers.ts',
      'packages/engines/src/upscale/convert/kerasFile.ts',
      'packages/engines/src/upscale/convert/kerasGraph.ts',
      'packages/engines/src/upscale/convert/kernel.ts',
      'packages/engines/src/upscale/convert/toOnnx.ts',
      'node_modules/@upscalerjs/esrgan-slim/package.json',
      'node_modules/@upscalerjs/esrgan-thick/package.json',
    ],
    dir: 'packages/engines/src/upscale/generated',
  },
];

/** Makes what is made from other files, where those, or what makes it, are others than at the last time. */
export async function ensureGenerated() {
  for (const made of everything) {
    if (await isMade(made)) continue;
    await withLock(async () => {
      if (!(await isMade(made))) await make(made);
    });
  }
}

/** @param {Made} made */
async function make(made) {
  const { name, says, args, dir } = made;
  // Prisma insists that its engine exists, and doesn't use it here.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node24 };
  await runStep({ name, says, command: node24, args, env });
  await writeFile(join(root, dir, '.made-from'), await wantedStamp(made));
}

/** @param {Made} made */
async function isMade(made) {
  const stamp = await readFile(join(root, made.dir, '.made-from'), 'utf8').catch(() => null);
  return stamp === (await wantedStamp(made));
}

/** @param {Made} made */
async function wantedStamp({ from }) {
  return digest(...(await Promise.all(from.map((file) => readFile(join(root, file))))));
}
