import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser, findProgram } from './findBrowser.mjs';
import { cacheDir } from './root.mjs';
import { runStep, StepFailed } from './runStep.mjs';
import { withLock } from './withLock.mjs';

/** Debian's. ffmpeg only films. */
const packages = { chromium: 'chromium', ffmpeg: 'ffmpeg' };

/**
 * A browser for the tests, and something to film them with. Where Debian's packages can be installed they
 * are; where not, a missing browser stops us and a missing ffmpeg is said aloud.
 */
export async function ensureBrowser() {
  const browser = await findBrowser(process.env);
  const film = await findProgram('ffmpeg', process.env);
  const missing = [...(browser ? [] : [packages.chromium]), ...(film ? [] : [packages.ffmpeg])];
  if (missing.length > 0 && (await mayInstall())) await withLock(() => install(missing));
  if (!(await findBrowser(process.env))) {
    throw new StepFailed(
      'The tests need a browser: install Chromium (Debian: apt install chromium) or name one in CHROMIUM_PATH.',
    );
  }
  if (!(await findProgram('ffmpeg', process.env))) {
    console.warn('Pinpaint: ffmpeg is not installed, so the walk through the product is NOT filmed.');
  }
}

/**
 * Where Playwright looks for an ffmpeg, with Debian's in it, for `PLAYWRIGHT_BROWSERS_PATH`: its own would
 * have to be downloaded.
 *
 * @returns {Promise<string | null>} null when there is none.
 */
export async function filmDir() {
  const ffmpeg = await findProgram('ffmpeg', process.env);
  if (!ffmpeg) return null;
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const { browsers } = JSON.parse(await readFile(join(playwright, 'browsers.json'), 'utf8'));
  const found = browsers.find((/** @type {{ name: string }} */ { name }) => name === 'ffmpeg');
  const dir = join(cacheDir, 'playwright');
  const link = join(dir, `ffmpeg-${found.revision}`, `ffmpeg-${platform()}`);
  await mkdir(dirname(link), { recursive: true });
  await symlink(ffmpeg, link).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return dir;
}

function platform() {
  return process.platform === 'darwin' ? 'mac' : 'linux';
}

async function mayInstall() {
  return process.getuid?.() === 0 && (await findProgram('apt-get', process.env)) !== null;
}

/** @param {string[]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const says = `installing ${missing.join(' and ')} from Debian`;
  await runStep({
    name: 'apt update',
    says: 'reading what Debian has',
    command: 'apt-get',
    args: ['update', '-q'],
    env,
  });
  const args = ['install', '-qy', '--no-install-recommends', ...missing];
  await runStep({ name: 'apt install', says, command: 'apt-get', args, env });
}
