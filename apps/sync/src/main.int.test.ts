import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { aProject, aStudio, openTestCtx } from '@pinpaint/actions/testing';
import { freePort } from '@pinpaint/config';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newsPath, newsProtocol } from '@pinpaint/rooms';
import { afterAll, expect, it } from 'vitest';
import { listening, type SyncEnv, startSync } from './testing/startSync.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const studio = await aStudio(ctx);
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await ctx.stop();
});

it('is ready once it listens, tells news, and on SIGTERM sends everybody on and ends', async () => {
  const port = await freePort();
  const child = start({ DATABASE_URL: url, PORT: String(port) });
  await listening(child);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([ready.status, (await fetch(`http://127.0.0.1:${port}/healthz`)).status]).toEqual([200, 200]);

  const protocols = [newsProtocol, studio.people.viewer.token];
  const socket = new WebSocket(`ws://127.0.0.1:${port}${newsPath}`, protocols);
  const first = message(socket);
  await once(socket, 'open');
  socket.send('{"after":0}');
  expect((await first).news.length).toBeGreaterThan(0);
  const next = message(socket);
  const project = await aProject(ctx, studio);
  expect((await next).news).toMatchObject([{ subject: 'project', id: project.id, kind: 'created' }]);

  const closed = once(socket, 'close');
  child.kill('SIGTERM');
  const [{ code }] = (await closed) as [CloseEvent];
  expect(code).toBe(1001);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('ends when the process that started it is gone', async () => {
  const child = start({ DATABASE_URL: url, PORT: String(await freePort()) });
  await listening(child);
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('says what is missing in one line', async () => {
  const child = start({});
  const [said] = (await once(child.stderr as NodeJS.ReadableStream, 'data')) as [Buffer];
  expect(said.toString()).toBe('DATABASE_URL is needed: the room server has no database of its own.\n');
  expect(await once(child, 'exit')).toEqual([1, null]);
});

function start(env: SyncEnv): ChildProcess {
  const child = startSync(env);
  started.push(child);
  return child;
}

async function message(socket: WebSocket): Promise<{ news: object[] }> {
  const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>];
  return JSON.parse(data);
}
