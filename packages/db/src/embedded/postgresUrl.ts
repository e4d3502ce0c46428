import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const postgresRole = 'pinpaint';

/** Of the database `pinpaint` of the cluster in `dataDir`. Holds the password: not for a log. */
export async function postgresUrl(dataDir: string, port: number): Promise<string> {
  return `postgresql://${postgresRole}:${await readPassword(dataDir)}@127.0.0.1:${port}/pinpaint`;
}

/** Made once, at random, and kept where only the data's owner reads it. */
export async function ensurePassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile(dataDir), `${password}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readPassword(dataDir);
}

async function readPassword(dataDir: string): Promise<string> {
  return (await readFile(passwordFile(dataDir), 'utf8')).trim();
}

function passwordFile(dataDir: string): string {
  return join(dataDir, 'password');
}
