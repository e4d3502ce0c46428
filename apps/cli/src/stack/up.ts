import { join } from 'node:path';
import { type Config, claimPort, defaultDataDir } from '@pinpaint/config';
import type { Access } from './access.ts';
import { askedToStop } from './askedToStop.ts';
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
    console.log(banner(stack.url, dataDir, stack.access));
    return await ended;
  } finally {
    await stack.stop();
  }
}

function say(line: string): void {
  console.log(`pinpaint: ${line}`);
}

function banner(url: string, dataDir: string, access: Access | null): string {
  const people = access
    ? demoLines(url, access)
    : ['Tokens     pinpaint studio --help makes a studio and its first token'];
  return [
    '',
    `  Pinpaint   ${url}`,
    `  API        ${url}/api/v1/docs`,
    `  Sign in    ${url}/sign-in`,
    ...people.map((line) => `  ${line}`),
    `  Data       ${dataDir}`,
    `  Logs       ${join(dataDir, 'logs')}`,
    '  Stop       Ctrl-C',
    '',
  ].join('\n');
}

function demoLines(url: string, { people, reviewToken }: Access): readonly string[] {
  const tokens = people.map(({ role, token }) => `${role.padEnd(10)} ${token}`);
  return [
    `Client     ${url}/r/${reviewToken}`,
    'API tokens of the demo people (this installation only):',
    ...tokens.map((line) => `  ${line}`),
  ];
}
