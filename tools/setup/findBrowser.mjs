import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium that tests and benches use: what `CHROMIUM_PATH` names, one that is installed, or
 * Playwright's own.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<string | null>}
 */
export async function findBrowser(env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  for (const program of programs) {
    const path = await findProgram(program, env);
    if (path) return path;
  }
  const { chromium } = await import('@playwright/test');
  return (await isProgram(chromium.executablePath())) ? chromium.executablePath() : null;
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<string | null>}
 */
export async function findProgram(name, env) {
  for (const dir of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(dir, name);
    if (await isProgram(path)) return path;
  }
  return null;
}

/** @param {string} path */
async function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
