import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { postgresEnvironment } from './postgresEnvironment.ts';
import { ensurePassword, postgresRole } from './postgresUrl.ts';
import { canEnter, type PostgresUser } from './postgresUser.ts';

type Makers = { readonly initdb: string; readonly user: PostgresUser | null };

/**
 * The real path of the cluster in `dataDir`, made by initdb when there is none. It is made beside
 * its place and then renamed into it, so a process killed in between leaves no half of one.
 */
export async function ensureCluster(dataDir: string, { initdb, user }: Makers): Promise<string> {
  const place = join(dataDir, 'cluster');
  const found = await realpath(place).catch(() => null);
  if (found) return found;

  const password = await ensurePassword(dataDir);
  const home = await reachableHome(dataDir, user);
  const half = await mkdtemp(join(home, 'cluster-making-'));
  await fillCluster(half, { initdb, user, password });
  try {
    await rename(half, join(home, 'cluster'));
    if (home !== dataDir) await symlink(join(home, 'cluster'), place);
  } catch (error) {
    // Somebody else made it meanwhile: theirs is the one.
    await rm(home === dataDir ? half : home, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return realpath(place);
}

/** Root's own home is closed to the Postgres user; the cluster then lies with the system's data, linked to. */
async function reachableHome(dataDir: string, user: PostgresUser | null): Promise<string> {
  if (!user || canEnter(user, dataDir)) return dataDir;
  await mkdir('/var/lib/pinpaint', { recursive: true });
  const home = await mkdtemp(join('/var/lib/pinpaint', `${basename(dataDir)}-`));
  await chown(home, user.uid, user.gid);
  return home;
}

async function fillCluster(
  clusterDir: string,
  { initdb, user, password }: Makers & { readonly password: string },
): Promise<void> {
  const passwordCopy = `${clusterDir}.password`;
  await writeFile(passwordCopy, password, { mode: 0o600 });
  if (user) await Promise.all([clusterDir, passwordCopy].map((path) => chown(path, user.uid, user.gid)));
  try {
    await promisify(execFile)(
      initdb,
      [
        `--pgdata=${clusterDir}`,
        `--username=${postgresRole}`,
        `--pwfile=${passwordCopy}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Postgres's own C.UTF-8 sorts the same on every machine, whatever locales that has.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...(user && { uid: user.uid, gid: user.gid }), cwd: clusterDir, env: postgresEnvironment() },
    );
  } finally {
    await rm(passwordCopy, { force: true });
  }
}
