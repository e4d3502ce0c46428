import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24, root } from './root.mjs';

/**
 * Goes on as a TypeScript program of this checkout, on Node 24: in this very process where it is one
 * (as `npm run` makes it once the packages are there), else in a child that gets our signals and whose
 * end is ours.
 *
 * @param {string} program a path in the checkout
 * @param {string[]} args
 */
export async function handOver(program, args) {
  const file = join(root, program);
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node24, [file, ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`Pinpaint could not run ${node24}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
}
