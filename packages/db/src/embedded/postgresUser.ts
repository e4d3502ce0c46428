import { spawnSync } from 'node:child_process';

export type PostgresUser = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * Whom Postgres runs as. It refuses to run as root, so root lends it another user, made when
 * there is none; null means: as whoever we are.
 */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  return findUser('postgres') ?? findUser('_postgres') ?? makeUser('postgres') ?? findUser('nobody');
}

/** Asks by trying, as that user: modes, groups, ACLs and mounts all have a say in it. */
export function canEnter(user: PostgresUser, folder: string): boolean {
  const { uid, gid } = user;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0;
}

function findUser(name: string): PostgresUser | null {
  const uid = readId('-u', name);
  const gid = readId('-g', name);
  return uid === null || gid === null ? null : { name, uid, gid };
}

function readId(flag: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
}

function makeUser(name: string): PostgresUser | null {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  return findUser(name);
}
