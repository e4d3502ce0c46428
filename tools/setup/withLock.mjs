import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheDir } from './root.mjs';

const beatMs = 1_000;
/** So many missed beats that the holder must be gone: a laptop may sleep, a loaded machine stutters. */
const staleMs = 30_000;

/**
 * Two npm commands may start at once in one checkout; they set it up one after the other.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(work, file = join(cacheDir, 'setup.lock')) {
  await mkdir(join(file, '..'), { recursive: true });
  await take(file);
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  let hasSaid = false;
  while (!(await create(file))) {
    const pid = await livingHolder(file);
    if (pid === null) {
      await clearAway(file);
      continue;
    }
    if (!hasSaid) console.log(`Pinpaint: waiting for process ${pid}, which is setting this checkout up.`);
    hasSaid = true;
    await wait(200);
  }
}

/** @param {string} file */
async function create(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
async function livingHolder(file) {
  const stats = await stat(file).catch(() => null);
  if (stats && Date.now() - stats.mtimeMs > staleMs) return null;
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  // Just made and not written yet, or just given back: look again.
  if (!pid) return process.pid;
  return isAlive(pid) ? pid : null;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Of several who find a lock abandoned, the rename lets one win. Between looking and renaming lies a
 * moment in which another could have cleared and taken it; a developer's machine can live with that.
 *
 * @param {string} file
 */
async function clearAway(file) {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => {});
  await rm(aside, { force: true });
}
