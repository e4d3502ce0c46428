import { join } from 'node:path';
import { type Config, defaultDataDir } from '@pinpaint/config';
import type { Access } from './access.ts';
import { checkout } from './checkout.ts';
import { claimPort } from './claimPort.ts';
import { holdDataDir } from './holdDataDir.ts';
import { seedPictures } from './seedPictures.ts';
import { startStack } from './startStack.ts';

/** `npm start`: runs until it is told to stop, or until a part of it ends by itself. */
export async function up(config: Config): Promise<void> {
  const dataDir = config.dataDir ?? defaultDataDir(checkout, process.env);
  const release = await holdDataDir(dataDir);
  const port = await claimPort(config.host, config.port);
  const startedAt = performance.now();
  const stack = await startStack({ config: { ...config, port }, dataDir, say });
  const stopped = stopOnSignal(async () => {
    say('stopping');
    await stack.stop();
    await release();
    say('stopped; the data stays');
  });
  try {
    if (stack.access) await seedPictures(config.worker.apiUrl, stack.access, say);
  } catch (error) {
    await endBroken(error, stack.stop, release);
  }
  say(`ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  console.log(banner(stack.url, dataDir, stack.access));
  await Promise.race([stopped, stack.broken.catch((error) => endBroken(error, stack.stop, release))]);
}

/** Ctrl-C comes twice in the same moment: from the terminal, and passed on by npm. */
const echoMs = 1_000;

/** The first signal stops in order, a second one at once. */
function stopOnSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let askedAt: number | null = null;
    const heard = () => {
      if (askedAt !== null && performance.now() - askedAt < echoMs) return;
      if (askedAt !== null) process.exit(130);
      askedAt = performance.now();
      stop().then(resolve, reject);
    };
    process.on('SIGINT', heard);
    process.on('SIGTERM', heard);
  });
}

async function endBroken(
  error: unknown,
  stop: () => Promise<void>,
  release: () => Promise<void>,
): Promise<never> {
  await stop();
  await release();
  throw error;
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
