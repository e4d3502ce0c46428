import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './readConfig.ts';

/**
 * Where a checkout keeps its data when nobody says: the user's own folder for data, outside the
 * checkout (which may lie where a database's user can't go, and is deleted without a thought), and
 * one per checkout, so that two checkouts side by side don't share a database.
 */
export function defaultDataDir(
  checkoutPath: string,
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): string {
  const checkout = resolve(checkoutPath);
  const digest = createHash('sha256').update(checkout).digest('hex');
  return join(userDataDir(env, platform), 'pinpaint', `${folderName(checkout)}-${digest.slice(0, 8)}`);
}

function userDataDir(env: Environment, platform: NodeJS.Platform): string {
  const { XDG_DATA_HOME: said, HOME } = env;
  // The XDG specification tells programs to ignore a relative path.
  if (said && isAbsolute(said)) return said;
  const home = HOME || homedir();
  return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.local', 'share');
}

function folderName(checkout: string): string {
  return basename(checkout).replace(/[^A-Za-z0-9._-]+/g, '-') || 'checkout';
}
