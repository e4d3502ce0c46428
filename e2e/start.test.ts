import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { afterAll, expect, it } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';
import { checkout } from './checkout.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-e2e-'));
await chmod(dataDir, 0o711);
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) child.kill('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

it('starts, keeps its data over a stop, and on Ctrl-C leaves nothing running', async () => {
  const first = await start();
  expect(first.said()).toMatch(/artist +ppt_/);
  expect(first.said()).toMatch(/\/r\/ppl_/);
  expect(first.said()).toContain(dataDir);
  const token = /artist +(ppt_\S+)/.exec(first.said())?.[1] ?? '';
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  const page = await (await fetch(first.url)).text();
  expect(page).toContain('Open the board as artist');
  expect((await fetch(`${first.url}/api/v1/docs`)).status).toBe(200);
  const form = new URLSearchParams({ role: 'artist' });
  const headers = { origin: first.url };
  const click = { method: 'POST', body: form, headers, redirect: 'manual' } as const;
  expect((await fetch(`${first.url}/api/auth/demo`, click)).status).toBe(303);
  const before = await names(first.url, token);
  expect(before).toContain('Fig bowl');
  await stop(first.child);
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow();

  const second = await start();
  expect(await names(second.url, token)).toEqual(before);
  await stop(second.child);
});

it('stops before it is ready too', async () => {
  const child = npmStart({ PORT: String(await freePort()), DATA_DIR: dataDir });
  const said = output(child);
  await until('its processes are being started', async () => said().includes('starting web and worker'));
  const parts = await until('one of them has written something', async () => {
    const running = await runningParts();
    return running.length > 0 && running;
  });
  process.kill(await launcher(), 'SIGINT');
  expect(await ended(child)).toEqual([0, null]);
  expect(said()).toContain('stopped; the data stays');
  await until('nothing runs', async () => parts.every(isGone));
});

it('ends and says why when its database is killed', async () => {
  const { child, said } = await start();
  const [pid] = (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await ended(child)).toEqual([1, null]);
  expect(said()).toMatch(/the database ended with SIGKILL; see .*postgres\.log/);
});

it('leaves nothing running when it is killed itself', async () => {
  const { child } = await start();
  const parts = await runningParts();
  expect(parts.length).toBeGreaterThan(1);
  process.kill(await launcher(), 'SIGKILL');
  await once(child, 'exit');
  await until('nothing runs', async () => parts.every(isGone));
});

it.each([
  ['PORT', 'many'],
  ['DATABASE_URL', 'mysql://here/there'],
  ['DATABASE_URL', 'postgres://nobody:none@127.0.0.1:1/nothing'],
  ['DATA_DIR', 'not/absolute'],
  ['DATA_DIR', join(checkout, 'package.json')],
])('says in one line that %s is wrong', async (name, value) => {
  const child = npmStart({ PORT: String(await freePort()), DATA_DIR: dataDir, [name]: value });
  const said = output(child);
  const [code] = await ended(child);
  const lines = said()
    .split('\n')
    .filter((line) => line.includes('pinpaint:'));
  expect(code).toBe(1);
  expect(lines.at(-1)).toContain(name);
  expect(said()).not.toContain('    at ');
});

type Started = { readonly child: ChildProcess; readonly url: string; readonly said: () => string };

async function start(): Promise<Started> {
  const port = await freePort();
  const child = npmStart({ PORT: String(port), DATA_DIR: dataDir });
  const said = output(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => said().includes('Ctrl-C') && resolve());
    child.once('close', () => reject(new Error(said())));
  });
  return { child, url: `http://127.0.0.1:${port}`, said };
}

/** The process that starts the others and stops them. */
async function launcher(): Promise<number> {
  return Number(await readFile(join(dataDir, 'pinpaint.pid'), 'utf8'));
}

/** Web and worker, as far as they run, by what they have written. */
async function runningParts(): Promise<number[]> {
  const logs = await Promise.all(
    ['web', 'worker'].map((name) => readFile(join(dataDir, 'logs', `${name}.log`), 'utf8').catch(() => '')),
  );
  const pids = logs.flatMap((log) => [...log.matchAll(/"pid":(\d+)/g)].map(([, pid]) => Number(pid)));
  return [...new Set(pids)].filter((pid) => !isGone(pid));
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

function npmStart(env: Record<string, string>): ChildProcess {
  const child = spawn('npm', ['start'], { cwd: checkout, env: { ...process.env, ...env } });
  started.push(child);
  return child;
}

function output(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return () => said;
}

/** Once all it has written is here as well: its exit alone may be heard of before its last words. */
function ended(child: ChildProcess): Promise<unknown[]> {
  return once(child, 'close');
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGINT');
  await once(child, 'exit');
}

async function names(url: string, token: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const get = async (path: string) => (await fetch(`${url}/api/v1${path}`, { headers })).json();
  const [project] = (await get('/projects')).items;
  const [board] = (await get(`/projects/${project.id}/boards`)).items;
  const { items } = await get(`/boards/${board.id}/frames`);
  return items.map((frame: { name: string }) => frame.name);
}
