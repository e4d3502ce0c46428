import { type Config, claimPort, defaultDataDir } from '@pinpaint/config';
import { askedToStop } from './askedToStop.ts';
import { banner } from './banner.ts';
import { checkout } from './checkout.ts';
import { holdDataDir } from './holdDataDir.ts';
import { StackFailure } from './StackFailure.ts';
import { seedPictures } from './seedPictures.ts';
import { startStack } from './startStack.ts';
import { whenAborted } from './whenAborted.ts';

/** `npm start`: runs until it is told to stop, or until a part of it ends by itself. */
export async function up(config: Config): Promise<void> {
  const asked = askedToStop();
  const dataDir = config.dataDir ?? defaultDataDir(checkout, process.env);
  const release = await holdDataDir(dataDir);
  try {
    await run(config, dataDir, asked);
  } catch (error) {
    if (error !== asked.reason) throw error;
    say('stopped; the data stays');
  } finally {
    await release();
  }
}

async function run(config: Config, dataDir: string, signal: AbortSignal): Promise<never> {
  const startedAt = performance.now();
  const port = await claimPort(config.host, config.port);
  if (!port.ok) throw new StackFailure(port.error.code, port.error.says);
  signal.addEventListener('abort', () => say('stopping'), { once: true });
  const stack = await startStack({ config, dataDir, say, signal });
  const ended = Promise.race([stack.broken, whenAborted(signal)]);
  try {
    if (stack.access) await Promise.race([seedPictures(config.worker.apiUrl, stack.access, say), ended]);
    say(`ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    console.log(banner({ config, dataDir, access: stack.access }));
    return await ended;
  } finally {
    await stack.stop();
  }
}

function say(line: string): void {
  console.log(`pinpaint: ${line}`);
}
