import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '@pinpaint/config';
import { rest } from './ownProcess.ts';

export type ServerName = 'pinpaint' | '@y/websocket-server' | 'hocuspocus';

export type Used = {
  readonly cpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly rssMb: number;
};

export type BenchServer = {
  readonly name: ServerName;
  readonly pid: number;
  /** Of a room; others are its name with a slash and something behind. */
  readonly url: string;
  used(): Promise<Used>;
  /** Lets it collect what it holds no more. @returns what it does hold, in bytes */
  held(): Promise<number>;
  stop(how?: NodeJS.Signals): Promise<void>;
};

const room = 'bench';
const root = resolve(import.meta.dirname, '../../..');
const programs: Readonly<Record<ServerName, (port: number) => readonly string[]>> = {
  pinpaint: () => ['apps/sync/src/main.ts', '--open', room],
  '@y/websocket-server': () => ['node_modules/@y/websocket-server/src/server.js'],
  hocuspocus: (port) => ['e2e/bench/sync/serveHocuspocus.ts', String(port)],
};
const collecting = ['--expose-gc', '--import', pathToFileURL(join(import.meta.dirname, 'collect.ts')).href];
/** Of /proc's times; the same on every Linux that anybody runs. */
const ticksPerSecond = 100;
const startMs = 90_000;

/** @param env such as a database that outlives the server */
export async function startServer(
  name: ServerName,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const port = await freePort();
  const [program = '', ...options] = programs[name](port);
  const child = spawn(process.execPath, [...collecting, join(root, program), ...options], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await untilListening(child, port);
  const pid = child.pid ?? 0;
  return {
    name,
    pid,
    url: `ws://127.0.0.1:${port}/${room}`,
    used: () => usedBy(pid),
    async held() {
      const told = once(child, 'message');
      child.send('collect');
      const [{ heldBytes }] = await told;
      return heldBytes;
    },
    async stop(how = 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(how);
      await ended;
    },
  };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + startMs;
  while (child.exitCode === null && Date.now() < deadline) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isThere) return;
    await rest(100);
  }
  child.kill('SIGKILL');
  throw new Error('The server did not start');
}

async function usedBy(pid: number): Promise<Used> {
  const own = await timesOf(pid);
  const below = await Promise.all((await descendantsOf(pid)).map(timesOf));
  const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]);
  return {
    cpuSeconds: own,
    databaseCpuSeconds: below.reduce((sum, seconds) => sum + seconds, 0),
    rssMb: (pages * 4096) / 1024 ** 2,
  };
}

async function timesOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

async function descendantsOf(pid: number): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const parents = new Map<number, number>();
  for (const one of pids) {
    const stat = await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '');
    parents.set(one, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one);
    return parent !== undefined && parent > 1 && (parent === pid || isBelow(parent));
  };
  return pids.filter(isBelow);
}
