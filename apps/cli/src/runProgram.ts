import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkout } from './stack/checkout.ts';

/**
 * Runs a program of the checkout that nothing here may import, in this terminal: it is asked to stop as we are.
 *
 * @returns its exit code
 */
export async function runProgram(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(checkout, program), ...args],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
