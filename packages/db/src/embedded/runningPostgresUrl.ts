import { join } from 'node:path';
import { postgresUrl } from './postgresUrl.ts';
import { holderOf, readPostmaster } from './postmasterFile.ts';

/** The address of the database that is running on `dataDir`, for a tool beside it; null when none is. */
export async function runningPostgresUrl(dataDir: string): Promise<string | null> {
  const postmaster = await readPostmaster(join(dataDir, 'cluster'));
  if (!postmaster?.isReady || (await holderOf(postmaster)) !== 'postgres') return null;
  return postgresUrl(dataDir, postmaster.port);
}
