import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { cacheDir, root } from './root.mjs';

const tailLines = 25;

/** A step of the set-up that can't go on; its message is all a person needs. */
export class StepFailed extends Error {}

/**
 * Runs a program with its output in a log file, and says in one line what it does and how long it took.
 *
 * @param {{ name: string, says: string, command: string, args: string[], env?: NodeJS.ProcessEnv }} step
 */
export async function runStep({ name, says, command, args, env = process.env }) {
  const logFile = join(cacheDir, 'logs', `${name}.log`);
  await mkdir(join(cacheDir, 'logs'), { recursive: true });
  const log = await open(logFile, 'w');
  const startedMs = Date.now();
  process.stdout.write(`Pinpaint: ${says} …`);
  try {
    const child = spawn(command, args, { cwd: root, env: quietly(env), stdio: ['ignore', log.fd, log.fd] });
    const [code, signal] = await once(child, 'exit');
    if (code !== 0)
      throw new StepFailed(await describeFailure(`${name} ended with ${code ?? signal}`, logFile));
  } catch (error) {
    process.stdout.write(' failed.\n');
    if (error instanceof StepFailed) throw error;
    throw new StepFailed(`Pinpaint could not run ${command}: ${/** @type {Error} */ (error).message}`);
  } finally {
    await log.close();
  }
  process.stdout.write(` ${((Date.now() - startedMs) / 1000).toFixed(1)} s\n`);
}

/**
 * Our own programs first, and nobody is told that we ran them.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function quietly(env) {
  return {
    ...env,
    PATH: [join(root, 'node_modules/.bin'), env.PATH].filter(Boolean).join(delimiter),
    CHECKPOINT_DISABLE: '1',
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
}

/** @param {string} what @param {string} logFile */
async function describeFailure(what, logFile) {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
  const tail = lines.slice(-tailLines).map((line) => `  ${line}`);
  return [`Setting Pinpaint up stopped: ${what}. The end of ${relative(root, logFile)}:`, ...tail].join('\n');
}
