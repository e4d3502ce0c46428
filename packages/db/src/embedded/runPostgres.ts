import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresEnvironment } from './postgresEnvironment.ts';
import type { PostgresUser } from './postgresUser.ts';
import { readPostmaster } from './postmasterFile.ts';

export type PostgresRun = {
  readonly program: string;
  readonly user: PostgresUser | null;
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
};

export type RunningPostgres = {
  /** Settles when it has ended; says how, unless it was asked to. */
  readonly ended: Promise<string | null>;
  /** Ends open connections and waits until all is on disk. May be called more than once. */
  stop(): Promise<void>;
};

/** Recovery after a crash may take this long; then something is wrong. */
const startLimitMs = 60_000;
/** A checkpoint on a slow disk may take this long; then it is ended hard, and recovers when it next starts. */
const stopLimitMs = 30_000;

/**
 * Becomes Postgres, and leaves a watcher that holds the other end of a pipe to us. When we are gone,
 * even by SIGKILL, the pipe ends and the watcher shuts Postgres down. `$$` stays the same across exec;
 * the inner shell makes the watcher an orphan, since Postgres wonders at children it did not make.
 */
const dieWithParent = '( { read -r _ <&3 || kill -INT $$ 2>/dev/null; } & ); exec "$@" 3<&-';

/** @returns null when it ended before it was ready; its log says why. */
export async function runPostgres(run: PostgresRun): Promise<RunningPostgres | null> {
  const child = spawnPostgres(run);
  const exited = once(child, 'exit').then(() => releaseWatcher(child));
  let isAsked = false;
  if (!(await becomesReady(child, run.clusterDir))) {
    child.kill('SIGQUIT');
    await exited;
    return null;
  }
  return {
    ended: exited.then(() => (isAsked ? null : `ended with ${child.signalCode ?? `code ${child.exitCode}`}`)),
    async stop() {
      isAsked = true;
      child.kill('SIGINT');
      const isGone = await Promise.race([exited.then(() => true), wait(stopLimitMs, false, { ref: false })]);
      if (!isGone) child.kill('SIGQUIT');
      await exited;
    },
  };
}

/** The last lines Postgres wrote, for a message. */
export function readPostgresLog(dataDir: string): string {
  return readFileSync(postgresLog(dataDir), 'utf8').trim().split('\n').slice(-5).join(' | ');
}

function spawnPostgres({ program, user, dataDir, clusterDir, port, settings }: PostgresRun): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(postgresLog(dataDir), 'w', 0o600);
  try {
    return spawn('/bin/sh', ['-c', dieWithParent, 'sh', program, '-D', clusterDir, ...flags], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: clusterDir,
      env: postgresEnvironment(),
      stdio: ['ignore', log, log, 'pipe'],
      // A group of its own: Ctrl-C in the terminal is for us, who still need the database to stop cleanly.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

async function becomesReady(child: ChildProcess, clusterDir: string): Promise<boolean> {
  const deadline = Date.now() + startLimitMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const postmaster = await readPostmaster(clusterDir);
    if (postmaster?.pid === child.pid && postmaster?.isReady) return true;
    await wait(10);
  }
  return false;
}

/** A line instead of an end: the watcher leaves without killing whatever has this process number next. */
function releaseWatcher(child: ChildProcess): void {
  const pipe = child.stdio[3];
  if (!pipe || !('end' in pipe)) return;
  pipe.on('error', () => {});
  pipe.end('\n');
}

export function postgresLog(dataDir: string): string {
  return join(dataDir, 'postgres.log');
}
