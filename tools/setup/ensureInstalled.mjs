import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { node24, root } from './root.mjs';
import { runStep, StepFailed } from './runStep.mjs';
import { withLock } from './withLock.mjs';

/** Installs the packages when what is installed is not what package-lock.json says. */
export async function ensureInstalled() {
  if (!(await isInstalled(root))) await withLock(install);
  await refuseMissingNode24();
}

/**
 * npm keeps a list of what it has installed, written last. It counts as installed when each package
 * of the lock file is there in its version; optional ones are for other platforms too.
 *
 * @param {string} checkout
 */
export async function isInstalled(checkout) {
  const [wanted, present] = await Promise.all([
    readPackages(join(checkout, 'package-lock.json')),
    readPackages(join(checkout, 'node_modules/.package-lock.json')),
  ]);
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (!found) return optional === true;
    return found.version === version && found.link === link;
  });
}

async function install() {
  // Whoever had the lock before us may have done it.
  if (await isInstalled(root)) return;
  if ((await readPackages(join(root, 'package-lock.json'))) === null) return runNpm('install');
  try {
    await runNpm('ci');
  } catch (error) {
    // A lock file that names less than every platform's packages (npm run lock mends it) is still good to install by.
    if (!(error instanceof StepFailed) || !error.message.includes('in sync')) throw error;
    await runNpm('install', '--no-save');
  }
}

/**
 * @param {'ci' | 'install'} command
 * @param {string[]} flags
 */
async function runNpm(command, ...flags) {
  await runStep({
    name: `npm ${command}`,
    says: `installing its packages (npm ${command})`,
    ...npm([command, ...flags, '--include=dev', '--include=optional', '--no-audit', '--no-fund']),
    env: await npmEnvironment(),
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean, link?: boolean }> | null>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw new StepFailed(`${file} can't be read: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * The npm that runs us, by the Node it came with: the one in node_modules is about to be replaced.
 *
 * @param {string[]} args
 */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  return script && node ? { command: node, args: [script, ...args] } : { command: 'npm', args };
}

async function npmEnvironment() {
  const env = { ...process.env };
  // Prisma's engines are not used, and downloading them would fail where only the registry is reached.
  env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
  env.PRISMA_SKIP_POSTINSTALL_GENERATE = '1';
  env.ONNXRUNTIME_NODE_INSTALL = 'skip';
  const ownPrograms = join(root, 'node_modules/.bin');
  env.PATH = env.PATH?.split(delimiter)
    .filter((folder) => folder !== ownPrograms)
    .join(delimiter);
  if (!env.npm_config_cache && !(await canWrite(join(homedir(), '.npm')))) {
    env.npm_config_cache = join(tmpdir(), `pinpaint-npm-${userInfo().uid}`);
  }
  return env;
}

/** @param {string} folder */
async function canWrite(folder) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function refuseMissingNode24() {
  try {
    await access(node24, constants.X_OK);
  } catch {
    throw new StepFailed(
      `npm has no Node 24 for ${process.platform}-${process.arch}, or optional packages are switched off in its configuration.`,
    );
  }
}
