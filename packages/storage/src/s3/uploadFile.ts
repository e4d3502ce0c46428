import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { StoredBlob } from '../blobStore.ts';
import { placeOf } from '../placeOf.ts';
import { StoreError } from '../StoreError.ts';
import type { Bucket, Part, Upload } from './Bucket.ts';

/** 10,000 parts are the most, so this is good for 80 GB; S3 wants 5 MiB or more. */
export const partBytes = 8 * 1024 * 1024;
/** Parts in memory at one time, beside the one that is read. */
const atOnce = 3;

/** Puts a file of known content in its place, in parts where it is large: they hold the memory and the loss of a broken line down. */
export async function uploadFile(bucket: Bucket, path: string, { digest, bytes }: StoredBlob): Promise<void> {
  const file = await open(path);
  try {
    if (bytes <= partBytes) await bucket.put(placeOf(digest), await wholeOf(file, digest, bytes));
    else await uploadParts(bucket, file, { digest, bytes });
  } finally {
    await file.close();
  }
}

async function wholeOf(file: FileHandle, digest: string, bytes: number): Promise<Uint8Array> {
  const whole = await readPart(file, 0, bytes);
  if (createHash('sha256').update(whole).digest('hex') !== digest) throw changed();
  return whole;
}

async function uploadParts(bucket: Bucket, file: FileHandle, blob: StoredBlob): Promise<void> {
  const upload = await bucket.begin(placeOf(blob.digest));
  try {
    await bucket.complete(upload, await sendParts(bucket, upload, { file, ...blob }), blob.bytes);
  } catch (error) {
    // Should that fail too, the next start finds it.
    await bucket.abort(upload).catch(() => undefined);
    throw error;
  }
}

async function sendParts(
  bucket: Bucket,
  upload: Upload,
  { file, digest, bytes }: StoredBlob & { readonly file: FileHandle },
): Promise<readonly Part[]> {
  const hash = createHash('sha256');
  const parts: Promise<Part>[] = [];
  const underWay = new Set<Promise<void>>();
  let hasFailed = false;
  for (let start = 0; start < bytes && !hasFailed; start += partBytes) {
    const part = await readPart(file, start, Math.min(partBytes, bytes - start));
    hash.update(part);
    const sent = bucket.sendPart(upload, parts.length + 1, part);
    parts.push(sent);
    const fail = () => {
      hasFailed = true;
    };
    const over = sent.then(() => undefined, fail).finally(() => underWay.delete(over));
    underWay.add(over);
    if (underWay.size >= atOnce) await Promise.race(underWay);
  }
  // None may still be on its way when the upload is given up.
  await Promise.all(underWay);
  const sent = await Promise.all(parts);
  if (hash.digest('hex') !== digest) throw changed();
  return sent;
}

async function readPart(file: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const part = Buffer.allocUnsafeSlow(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(part, done, length - done, start + done);
    if (bytesRead === 0) throw changed();
    done += bytesRead;
  }
  return part;
}

/** Between the reading that gave it its name and the sending. */
function changed(): StoreError {
  return new StoreError('store.rotten', 'the file changed while it was put');
}
