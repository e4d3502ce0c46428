import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, readConfig } from '@pinpaint/config';
import { StackFailure } from '../stack/StackFailure.ts';
import { type Stack, startStack } from '../stack/startStack.ts';

export type Target = {
  readonly url: string;
  readonly artist: string;
  readonly director: string;
  stop(): Promise<void>;
};

/** A whole installation of its own, on a free port and in a folder that is gone afterwards. */
export async function throwAwayStack(
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Target & { readonly stack: Stack }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-'));
  // The embedded database may run as another user and has to pass through.
  await chmod(dataDir, 0o711);
  const forget = () => rm(dataDir, { recursive: true, force: true });
  try {
    const port = await freePort();
    // Only what keeps a picture in or out is taken from the caller's environment.
    const { MAX_UPLOAD_BYTES, MAX_MEGAPIXELS, MAX_HISTORY_BYTES, LOG_LEVEL } = process.env;
    const config = readConfig({
      MAX_UPLOAD_BYTES,
      MAX_MEGAPIXELS,
      MAX_HISTORY_BYTES,
      LOG_LEVEL,
      PORT: String(port),
    });
    if (!config.ok) throw new StackFailure(config.error.code, config.error.says);
    const stack = await startStack({ config: config.value, dataDir, say, signal });
    const tokenOf = (wanted: string) => stack.access?.people.find(({ role }) => role === wanted)?.token ?? '';
    return {
      url: config.value.worker.apiUrl,
      artist: tokenOf('artist'),
      director: tokenOf('director'),
      stack,
      async stop() {
        await stack.stop();
        await forget();
      },
    };
  } catch (error) {
    await forget();
    throw error;
  }
}
