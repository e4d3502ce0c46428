import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type SyncEnv = Readonly<Record<string, string>>;

/**
 * The room server as a process of its own. Whoever starts one ends it.
 *
 * `within` is a command that runs another one, in some surroundings.
 */
export function startSync(
  env: SyncEnv,
  {
    within = [],
    options = [],
  }: { readonly within?: readonly string[]; readonly options?: readonly string[] } = {},
): ChildProcess {
  const { PATH = '', NODE_ENV = 'test' } = process.env;
  const program = join(import.meta.dirname, '../main.ts');
  const [command = '', ...args] = [...within, process.execPath, program, ...options];
  return spawn(command, args, {
    env: { PATH, NODE_ENV, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** @returns the first line it logs; a child that ends instead says why */
export async function listening(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'close').then(() => Promise.reject(new Error(`It ended: ${said}`)));
  const [line] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
  ended.catch(() => undefined);
  return JSON.parse(String(line).split('\n', 1)[0] ?? '');
}
