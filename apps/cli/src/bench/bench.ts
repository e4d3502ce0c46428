import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkout } from '../stack/checkout.ts';
import { StackFailure } from '../stack/StackFailure.ts';
import { benchFlow } from './benchFlow.ts';

export type BenchOptions = { readonly json?: string; readonly edits: string };

/** Measures and prints; a figure that falls short is no failure of the command. */
export async function bench(name: string, { json, edits }: BenchOptions): Promise<number> {
  if (name === 'web') return benchWeb(json);
  if (name !== 'flow') {
    throw new StackFailure('bench.unknown', `There is no bench "${name}"; there are: flow, web`);
  }
  const count = Number(edits);
  if (!Number.isInteger(count) || count < 1)
    throw new StackFailure('bench.edits', '--edits is a whole number above 0');
  const figures = await benchFlow(count, (line) => console.log(`pinpaint: ${line}`));
  const text = `${JSON.stringify(figures, null, 2)}\n`;
  if (json) await writeFile(json, text);
  console.log(text);
  return 0;
}

/** It drives a browser, which belongs to the tests: so it is a program of theirs. */
async function benchWeb(json: string | undefined): Promise<number> {
  const args = ['--disable-warning=ExperimentalWarning', join(checkout, 'e2e/bench/benchWeb.ts')];
  const child = spawn(process.execPath, json ? [...args, '--json', resolve(json)] : args, {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
