import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { checkout } from '../stack/checkout.ts';
import { waitUntilReady } from '../stack/waitUntilReady.ts';

/** `npm start` on a folder that an earlier start has seeded: from the command to `/readyz` 200. */
export async function measureStart(say: (line: string) => void): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-'));
  await chmod(dataDir, 0o711);
  try {
    say('first start, to seed');
    await startOnce(dataDir, true);
    say('second start, measured');
    return await startOnce(dataDir, false);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string, untilSeeded: boolean): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const seeded = untilSeeded ? untilPrinted(child, 'ready in') : Promise.resolve();
    await waitUntilReady(`http://127.0.0.1:${port}`);
    const readyMs = Math.round(performance.now() - from);
    await seeded;
    return readyMs;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

function untilPrinted(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(text)) resolve();
    });
    child.once('exit', () => reject(new Error(`npm start ended before it was ready:\n${said}`)));
  });
}
