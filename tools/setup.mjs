// Runs before anything is installed: plain JavaScript, nothing but Node 20's own modules.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from './setup/ensureBrowser.mjs';
import { ensureBuilt } from './setup/ensureBuilt.mjs';
import { ensureGenerated } from './setup/ensureGenerated.mjs';
import { ensureInstalled } from './setup/ensureInstalled.mjs';
import { root } from './setup/root.mjs';
import { StepFailed } from './setup/runStep.mjs';

/**
 * Whatever this checkout still lacks: packages, the database client and, where it is asked for, the
 * web app's build. What is there already costs milliseconds. Ends the process with a message when a
 * step fails.
 *
 * @param {{ build: boolean, browser?: boolean }} options
 */
export async function setUp({ build, browser = false }) {
  try {
    await refuseOldNode();
    await ensureInstalled();
    await ensureGenerated();
    if (build) await ensureBuilt();
    if (browser) await ensureBrowser();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function refuseOldNode() {
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const wanted = Number.parseInt(engines.node.replace('>=', ''), 10);
  if (Number.parseInt(process.versions.node, 10) >= wanted) return;
  throw new StepFailed(`Pinpaint needs Node ${wanted} or newer to begin with; this is ${process.version}.`);
}
