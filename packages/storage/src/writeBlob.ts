import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@pinpaint/domain';
import type { BlobSource, BlobTooLarge, StoredBlob } from './blobStore.ts';
import { placeOf } from './placeOf.ts';
import { writeDraft } from './writeDraft.ts';

/**
 * Written beside, made durable, then renamed: under its name a blob is whole or not there at all. The
 * rename happens even where the blob exists, since only that mends a rotten one and makes durable one
 * whose writer died before its own fsync.
 */
export async function writeBlob(
  folder: string,
  source: BlobSource,
  maxBytes: number,
): Promise<Result<StoredBlob, BlobTooLarge>> {
  const draft = join(folder, 'tmp', randomUUID());
  try {
    const written = await writeDraft(draft, source, maxBytes);
    if (!written) return err({ code: 'blob.too-large', maxBytes });
    const blob = join(folder, placeOf(written.digest));
    const shard = dirname(blob);
    await mkdir(shard, { recursive: true, mode: 0o700 });
    await rename(draft, blob);
    // Side by side, since a file system writes what is asked for together in one go.
    await Promise.all([shard, dirname(shard), folder].map(syncFolder));
    return ok(written);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A rename is only as durable as the folder it happened in. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
