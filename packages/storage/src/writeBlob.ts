import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@pinpaint/domain';
import type { BlobSource, BlobTooLarge, StoredBlob } from './blobStore.ts';

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
    const shard = join(folder, written.digest.slice(0, 2), written.digest.slice(2, 4));
    await mkdir(shard, { recursive: true, mode: 0o700 });
    await rename(draft, join(shard, written.digest));
    // Side by side, since a file system writes what is asked for together in one go.
    await Promise.all([shard, dirname(shard), folder].map(syncFolder));
    return ok(written);
  } finally {
    await rm(draft, { force: true });
  }
}

/** @returns null when the source has more than `maxBytes`; no more than that was written then. */
async function writeDraft(path: string, source: BlobSource, maxBytes: number): Promise<StoredBlob | null> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) return null;
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
    return { digest: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}

/** One write may take less than it was given, as when the disk fills up. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength; ) {
    done += (await file.write(chunk, done)).bytesWritten;
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
