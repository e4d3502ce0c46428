import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type SyncEnv = Readonly<Record<string, string>>;

/** The room server as a process of its own. Whoever starts one ends it. */
export function startSync(env: SyncEnv): ChildProcess {
  const { PATH = '', NODE_ENV = 'test' } = process.env;
  return spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
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
