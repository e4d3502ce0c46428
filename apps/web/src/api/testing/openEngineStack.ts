import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { makeOperatorToken } from '@pinpaint/actions';
import { type EditStack, openEditStack } from './openEditStack.ts';
import { until } from './until.ts';

const worker = join(resolve(import.meta.dirname, '../../../../..'), 'apps/worker/src/main.ts');

type Variables = Readonly<Record<string, string>>;

/**
 * The API with a renderer and the real engines beside it, each a process of its own: all that an edit goes through.
 *
 * @param said what the engines' environment says besides
 * @param heard gets all that they write, which then is all they have to say; without it errors go to the console
 */
export async function openEngineStack(
  url: string,
  said: Variables = {},
  heard?: (text: string) => void,
): Promise<EditStack> {
  const stack = await openEditStack(url);
  const server = createServer(getRequestListener((request) => stack.api.handle(request)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { secret } = await makeOperatorToken(stack.api.ctx, { name: 'engines' });
  const env = { ...said, API_URL: `http://127.0.0.1:${port}`, WORKER_TOKEN: secret };
  const engines = startEngines(env, heard);
  await until('the engines are there', async () => {
    if (engines.exitCode !== null) throw new Error(`The engines ended with ${engines.exitCode}`);
    return (await stack.api.ctx.db.worker.count()) > 0;
  });
  return {
    api: stack.api,
    restartRenderer: stack.restartRenderer,
    async stop() {
      const ended = once(engines, 'exit');
      if (engines.exitCode === null && engines.kill('SIGTERM')) await ended;
      server.close();
      server.closeAllConnections();
      await stack.stop();
    },
  };
}

function startEngines(said: Variables, heard?: (text: string) => void): ChildProcess {
  const engines = spawn(process.execPath, [worker], {
    env: {
      ...process.env,
      ...said,
      WORKER_ROLES: 'engine',
      LOG_LEVEL: heard ? 'trace' : 'error',
    },
    stdio: heard ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  for (const stream of [engines.stdout, engines.stderr])
    stream?.setEncoding('utf8').on('data', heard ?? (() => undefined));
  return engines;
}
