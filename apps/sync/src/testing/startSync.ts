import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type SyncEnv = Readonly<Record<string, string>>;

/**
 * The room server as a process of its own. Whoever starts one ends it.
 *
 * @param within a command that runs another one, in some surroundings
 */
export function startSync(env: SyncEnv, within: readonly string[] = []): ChildProcess {
  const { PATH = '', NODE_ENV = 'test' } = process.env;
  const [command = '', ...args] = [...within, process.execPath, join(import.meta.dirname, '../main.ts')];
  return spawn(command, args, {
    env: { PATH, NODE_ENV, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** The first line it logs; a child that ends instead says why. */
export async function listening(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`It ended: ${said}`)));
  await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
  ended.catch(() => undefined);
}
