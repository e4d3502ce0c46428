import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobStore, checkBytes, isDigest } from './blobStore.ts';
import { digestOf } from './digestOf.ts';
import { nullIfMissing } from './nullIfMissing.ts';
import { placeOf } from './placeOf.ts';
import { removeLeftovers } from './removeLeftovers.ts';
import { writeBlob } from './writeBlob.ts';

/**
 * A folder of blobs, with `tmp/` on the same file system for what is still being written. Several
 * processes may share it.
 */
export async function openFolderStore(folder: string): Promise<BlobStore> {
  const tmp = join(folder, 'tmp');
  await mkdir(tmp, { recursive: true, mode: 0o700 });
  await removeLeftovers(tmp);
  const fileOf = (digest: string) => join(folder, placeOf(digest));
  const found = async (digest: string) => (isDigest(digest) ? fileSize(fileOf(digest)) : null);
  return {
    put: (source, { maxBytes }) => writeBlob(folder, source, maxBytes),
    putFile: (path, { maxBytes }) => writeBlob(folder, createReadStream(path), maxBytes),
    read: async (digest) => (isDigest(digest) ? nullIfMissing(readFile(fileOf(digest))) : null),
    stream: async (digest, range) => {
      // Opened first, so that a blob removed meanwhile is null here and no error later in the stream.
      const file = isDigest(digest) ? await nullIfMissing(open(fileOf(digest))) : null;
      if (!file || !range) return file?.createReadStream() ?? null;
      return file.createReadStream({ start: range.start, end: range.end - 1 });
    },
    localFile: async (digest) =>
      (await found(digest)) === null ? null : { path: fileOf(digest), release: async () => {} },
    has: async (digest) => (await found(digest)) !== null,
    size: found,
    verify: async (digest) =>
      (await found(digest)) !== null && (await digestOf(createReadStream(fileOf(digest)))) === digest,
    remove: async (digest) => {
      if (isDigest(digest)) await rm(fileOf(digest), { force: true });
    },
    check: () => checkFolder(folder),
    stop: async () => {},
  };
}

/** Goes the very way of a blob; the same few bytes each time, so nothing piles up. */
async function checkFolder(folder: string): Promise<void> {
  await writeBlob(folder, checkBytes, 1024);
}

async function fileSize(path: string): Promise<number | null> {
  return (await nullIfMissing(stat(path)))?.size ?? null;
}
