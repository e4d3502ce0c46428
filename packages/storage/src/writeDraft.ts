import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { BlobSource, StoredBlob } from './blobStore.ts';

/**
 * A new file with all that the source gives, on the disk for good.
 *
 * @returns null when the source has more than `maxBytes`; no more than that was written then.
 */
export async function writeDraft(
  path: string,
  source: BlobSource,
  maxBytes: number,
): Promise<StoredBlob | null> {
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
