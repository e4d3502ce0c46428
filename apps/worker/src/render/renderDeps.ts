import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '@pinpaint/actions';
import type { Log } from '@pinpaint/config';
import type { LocalFile } from '@pinpaint/storage';

/** What every job of the renderer is given. */
export type RenderDeps = {
  readonly ctx: Ctx;
  /** For files under way; on the disk of the blobs, so that a large picture finds the room it will need anyway. */
  readonly scratchDir: string;
  /** No blob the renderer makes is larger: 500 megapixels of 4 × 16 bits. */
  readonly maxBytes: number;
  readonly log: Log;
};

/** A folder of one job's own, gone when the job is over. */
export async function inScratch<T>(
  { scratchDir }: RenderDeps,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = join(scratchDir, randomUUID());
  await mkdir(dir, { recursive: true });
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A blob that the database says is there. */
export async function fileOf({ ctx }: RenderDeps, digest: string): Promise<LocalFile> {
  const file = await ctx.blobs.localFile(digest);
  if (!file) throw new Error(`Blob ${digest} is missing`);
  return file;
}

/** Stores a file the renderer made. */
export async function keepFile({ ctx, maxBytes }: RenderDeps, path: string, mediaType: string) {
  const stored = await ctx.blobs.putFile(path, { maxBytes });
  if (!stored.ok) throw new Error(stored.error.code);
  return { ...stored.value, mediaType };
}

/** As `keepFile`, with bytes in hand. */
export async function keepBytes({ ctx, maxBytes }: RenderDeps, bytes: Uint8Array, mediaType: string) {
  const stored = await ctx.blobs.put(bytes, { maxBytes });
  if (!stored.ok) throw new Error(stored.error.code);
  return { ...stored.value, mediaType };
}
