import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node 24 that comes by npm. */
export const node24 = join(root, 'node_modules/.bin/node');

/** Locks and logs of the tools; not in git, and safe to delete. */
export const cacheDir = join(root, '.cache');

/** @param {(string | Buffer)[]} parts */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
