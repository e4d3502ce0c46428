import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running Postgres writes into its cluster's `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean };

/** null when no Postgres claims the cluster, or it has only begun to. */
export async function readPostmaster(clusterDir: string): Promise<Postmaster | null> {
  const text = await readFile(fileIn(clusterDir), 'utf8').catch(() => '');
  // By PostgreSQL's pidfile.h: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const [pid, , , port, , , , status] = text.split('\n');
  if (!Number(pid)) return null;
  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready' };
}

/** Who has that process number now: after a crash it may be nobody's, or another program's. */
export async function holderOf({ pid }: Postmaster): Promise<'postgres' | 'stranger' | 'nobody'> {
  const name = await programName(pid);
  if (name === '') return 'nobody';
  return name.includes('postgres') ? 'postgres' : 'stranger';
}

export function removePostmasterFile(clusterDir: string): Promise<void> {
  return rm(fileIn(clusterDir), { force: true });
}

function fileIn(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid');
}

async function programName(pid: number): Promise<string> {
  // Slim images have no `ps`, and macOS has no /proc.
  if (process.platform === 'linux') return readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
