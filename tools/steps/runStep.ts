import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cacheDir, root } from '../setup/root.mjs';
import { readTestCount } from './readTestCount.ts';
import type { Step, StepResult } from './step.ts';

export async function runStep({ name, command, reportFile }: Step): Promise<StepResult> {
  const startedMs = Date.now();
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const passOn = () => child.kill('SIGTERM');
  process.once('SIGTERM', passOn);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  process.off('SIGTERM', passOn);
  const tests = reportFile ? await readTestCount(reportFile) : null;
  const hasTests = tests === null || tests.passed + tests.failed > 0;
  const output = Buffer.concat(chunks).toString('utf8') + (hasTests ? '' : `\n${name} ran no test at all.\n`);
  return {
    name,
    isOk: code === 0 && hasTests && !tests?.failed,
    seconds: (Date.now() - startedMs) / 1000,
    tests,
    output,
    logFile: await keep(name, output),
  };
}

async function keep(name: string, output: string): Promise<string> {
  const logFile = join(cacheDir, 'logs', `${name}.log`);
  await mkdir(dirname(logFile), { recursive: true });
  await writeFile(logFile, output);
  return relative(root, logFile);
}
