import { setTimeout as wait } from 'node:timers/promises';
import { holderOf, readPostmaster, removePostmasterFile } from './postmasterFile.ts';

/**
 * One whose owner was just killed hears of it as soon as the machine lets it run; one still ready after this has a
 * living owner.
 */
const readyLimitMs = 5_000;
/** Until all is on disk. */
const stoppingLimitMs = 30_000;

/**
 * The process number of a Postgres that keeps running on the cluster; null when none does. A file left
 * by one that is no more, Postgres itself clears away; but where the number has gone to another program,
 * as it does at once in a container, Postgres would refuse to start, so that file is removed here.
 */
export async function leftoverPostgres(clusterDir: string): Promise<number | null> {
  const startedMs = Date.now();
  for (;;) {
    const postmaster = await readPostmaster(clusterDir);
    if (!postmaster) return null;
    const holder = await holderOf(postmaster);
    if (holder === 'stranger') await removePostmasterFile(clusterDir);
    if (holder !== 'postgres') return null;
    const limitMs = postmaster.isReady ? readyLimitMs : stoppingLimitMs;
    if (Date.now() - startedMs > limitMs) return postmaster.pid;
    await wait(50);
  }
}
