import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeLeftovers } from '@pinpaint/storage';
import type { RenderDeps } from './renderDeps.ts';

/** A folder of one job's own, gone when the job is over; with what renderers that were killed have left. */
export async function inScratch<T>(
  { scratchDir }: Pick<RenderDeps, 'scratchDir'>,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = join(scratchDir, randomUUID());
  await mkdir(dir, { recursive: true });
  await removeLeftovers(scratchDir);
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
