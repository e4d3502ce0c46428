import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { cacheDir, root } from './root.mjs';

/** Of each end of a failed program's log: some say the reason first and their usage last, others the reverse. */
const shownLines = 12;

/** A step of the set-up that can't go on; its message is all a person needs. */
export class StepFailed extends Error {}

/**
 * Runs a program with its output in a log file, and says in one line what it does and how long it took.
 *
 * @param {{ name: string, says: string, command: string, args: string[], env?: NodeJS.ProcessEnv }} step
 */
export async function runStep({ name, says, command, args, env = process.env }) {
  const logFile = join(cacheDir, 'logs', `${name.replaceAll(' ', '-')}.log`);
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
  const text = (await readFile(logFile, 'utf8')).trimEnd();
  const lines = text.split('\n').filter((line) => !line.startsWith('npm warn'));
  const left = lines.length - 2 * shownLines;
  const shown = left > 0 ? [...lines.slice(0, shownLines), '…', ...lines.slice(-shownLines)] : lines;
  return [
    `Setting Pinpaint up stopped: ${what}. From ${relative(root, logFile)}:`,
    ...shown.map((line) => `  ${line}`),
  ].join('\n');
}
