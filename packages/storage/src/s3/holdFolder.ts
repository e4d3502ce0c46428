import { randomUUID } from 'node:crypto';
import { mkdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { removeLeftovers } from '../removeLeftovers.ts';

export type HeldFolder = { readonly path: string; stop(): Promise<void> };

/** Well within what counts as left over. */
const touchMs = 10 * 60 * 1000;

/** A folder of this process's own below one that several share, told apart from what killed ones have left by its time. */
export async function holdFolder(shared: string): Promise<HeldFolder> {
  const path = join(shared, randomUUID());
  await mkdir(path, { recursive: true, mode: 0o700 });
  await removeLeftovers(shared);
  const timer = setInterval(() => void touch(path), touchMs).unref();
  return {
    path,
    async stop() {
      clearInterval(timer);
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  // Gone: whoever reads there next will say so.
  await utimes(path, now, now).catch(() => undefined);
}
