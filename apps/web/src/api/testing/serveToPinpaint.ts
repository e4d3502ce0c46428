import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import type { TestApi } from './openTestApi.ts';

const main = join(resolve(import.meta.dirname, '../../../../..'), 'apps/cli/src/main.ts');
const run = promisify(execFile);

/** The API on a socket, with the command line as a process of its own that asks it: no app imports another. */
export async function serveToPinpaint({ handle }: Pick<TestApi, 'handle'>) {
  const server = createServer(getRequestListener((request) => handle(request)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async verify(what: string, token: string): Promise<{ readonly code: number; readonly says: string }> {
      const args = [main, 'verify', what, '--url', `http://127.0.0.1:${port}`, '--token', token];
      const ended = await run(process.execPath, args).catch((failed) => failed);
      return { code: ended.code ?? 0, says: `${ended.stdout}${ended.stderr}`.trim() };
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
