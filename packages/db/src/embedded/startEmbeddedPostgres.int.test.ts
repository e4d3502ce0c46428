import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describePostgresFailure, runningPostgresUrl, startEmbeddedPostgres } from './index.ts';
import { canEnter } from './postgresUser.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let dataDir: string;
const running: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data with spaces');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
  // A cluster that has just stopped may still be putting its last files away.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('data written before a stop is there after the next start', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  await first.stop();
  const second = await start();
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

test('it listens on loopback alone, by no socket file, in UTF-8 and UTC', async () => {
  const { url } = await start();
  expect(
    await query(
      url,
      `SELECT current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
              current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone`,
    ),
  ).toEqual([{ listens: '127.0.0.1', sockets: '', encoding: 'UTF8', zone: 'UTC' }]);
});

test('the password is random, for its owner alone, and asked for', async () => {
  const { url } = await start();
  const { password } = new URL(url);
  expect(password.length).toBeGreaterThan(20);
  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  await expect(query(url.replace(password, 'another'), 'SELECT 1')).rejects.toThrow(
    /password authentication/,
  );
});

test('a tool beside it finds the address while it runs, and none afterwards', async () => {
  expect(await runningPostgresUrl(dataDir)).toBeNull();
  const postgres = await start();
  expect(await runningPostgresUrl(dataDir)).toBe(postgres.url);
  await postgres.stop();
  await postgres.stop();
  expect(await runningPostgresUrl(dataDir)).toBeNull();
});

test('two on one data folder are refused by name', async () => {
  await start();
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second).toMatchObject({ ok: false, error: { code: 'postgres.in-use', dataDir } });
});

test('a taken port is refused by number', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await startEmbeddedPostgres({ dataDir, port })).toEqual({
    ok: false,
    error: { code: 'postgres.port-taken', port },
  });
  server.close();
});

test('a data folder that cannot be made is one clear line', async () => {
  await writeFile(dataDir, 'a file in the way');
  const refused = await startEmbeddedPostgres({ dataDir });
  if (refused.ok) throw new Error('It started on a file.');
  expect(describePostgresFailure(refused.error)).toMatch(/^The data folder .* can't be written to \(E\w+\)/);
});

test('when its owner is killed it ends by itself, keeps what was committed, and starts again', async () => {
  const owner = startInAnotherProcess();
  const url = await firstLine(owner);
  await query(url, 'CREATE TABLE kept AS SELECT 7 AS n');
  owner.kill('SIGKILL');
  const again = await start();
  expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

test('a leftover postmaster.pid with the number of another program does not keep it from starting', async () => {
  await (await start()).stop();
  const stale = [process.pid, dataDir, 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n');
  await writeFile(join(dataDir, 'cluster/postmaster.pid'), stale);
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test('killed half-way through its making, it leaves nothing that looks like a cluster', async () => {
  await mkdir(join(dataDir, 'cluster-making-abandoned'), { recursive: true });
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test('two that make the same folder at once end with one cluster and one owner', async () => {
  const both = await Promise.all([startEmbeddedPostgres({ dataDir }), startEmbeddedPostgres({ dataDir })]);
  for (const result of both) if (result.ok) running.push(result.value);
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'password', 'postgres.log']);
});

test('a data folder that only its owner may enter works too', async () => {
  await mkdir(dataDir, { mode: 0o700 });
  const postgres = await start();
  expect(await query(postgres.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await postgres.stop();
  const cluster = join(dataDir, 'cluster');
  expect((await lstat(cluster)).isSymbolicLink()).toBe(isRoot);
  if (isRoot) await rm(dirname(await readlink(cluster)), { recursive: true });
});

test('an ordinary user with a strange environment runs it as himself', async () => {
  await mkdir(dataDir);
  // Root steps down to nobody, where nobody may read the checkout; anybody else is ordinary already.
  const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };
  const stepsDown = isRoot && canEnter(nobody, import.meta.dirname);
  if (stepsDown) await chown(dataDir, nobody.uid, nobody.gid);
  const owner = startInAnotherProcess({
    ...(stepsDown && { uid: nobody.uid, gid: nobody.gid }),
    env: {
      ...process.env,
      HOME: '/nonexistent',
      PGDATA: '/elsewhere',
      PGPORT: '1',
      LANG: 'xx_XX',
    },
  });
  const url = await firstLine(owner);
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  if (stepsDown) expect((await stat(join(dataDir, 'cluster'))).uid).toBe(nobody.uid);
  owner.kill('SIGTERM');
  await once(owner, 'exit');
});

async function start() {
  const result = await startEmbeddedPostgres({ dataDir });
  if (!result.ok) throw new Error(describePostgresFailure(result.error));
  running.push(result.value);
  return result.value;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

type Ownership = { readonly uid?: number; readonly gid?: number; readonly env?: NodeJS.ProcessEnv };

function startInAnotherProcess(ownership: Ownership = {}): ChildProcess {
  const entry = JSON.stringify(join(import.meta.dirname, 'index.ts'));
  const program = `
    import { startEmbeddedPostgres } from ${entry};
    const started = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(started.ok ? started.value.url : JSON.stringify(started.error));`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...ownership,
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const chunk of child.stdout) return String(chunk).trim();
  throw new Error('The process ended without a word.');
}
