import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { S3Config } from '@pinpaint/config';
import { err, ok, type Result } from '@pinpaint/domain';
import {
  type BlobSource,
  type BlobStore,
  type BlobTooLarge,
  type ByteRange,
  checkBytes,
  isDigest,
  type StoredBlob,
} from '../blobStore.ts';
import { digestOf } from '../digestOf.ts';
import { placeOf } from '../placeOf.ts';
import { StoreError } from '../StoreError.ts';
import { writeDraft } from '../writeDraft.ts';
import { Bucket } from './Bucket.ts';
import { createClient } from './createClient.ts';
import { holdFolder } from './holdFolder.ts';
import { LocalCopies } from './LocalCopies.ts';
import { readObject } from './readObject.ts';
import { partBytes, uploadFile } from './uploadFile.ts';

export type S3StoreOptions = {
  readonly s3: S3Config;
  /** On this machine's disk, for what is under way and for copies; several processes may share it. */
  readonly scratchDir: string;
  /** Of what nobody waits for: what killed processes have left could not be cleared away. */
  readonly onError: (error: unknown) => void;
};

/**
 * A bucket of blobs, for as many machines as like. What is put is hashed before it goes, since its name is its hash; what
 * is read whole is hashed when it comes.
 */
export async function openS3Store({ s3, scratchDir, onError }: S3StoreOptions): Promise<BlobStore> {
  const client = createClient(s3);
  const bucket = new Bucket(client, s3);
  const scratch = await holdFolder(scratchDir);
  const copies = new LocalCopies(scratch.path, s3.cacheBytes);
  // Nobody has to wait for it.
  const cleared = bucket.abortLeft(new Date()).catch(onError);
  const size = async (digest: string) => (isDigest(digest) ? bucket.size(placeOf(digest)) : null);

  async function open(digest: string, range?: ByteRange): Promise<Opened | null> {
    const body = isDigest(digest) ? await bucket.get(placeOf(digest), range) : null;
    if (!body) return null;
    const source = readObject(bucket, { place: placeOf(digest), ...(range ?? whole) }, body);
    return { body, source: range ? source : proven(source, digest) };
  }

  async function putDraft(source: BlobSource, maxBytes: number): Promise<Result<StoredBlob, BlobTooLarge>> {
    const path = join(scratch.path, randomUUID());
    try {
      const written = await writeDraft(path, source, maxBytes);
      if (!written) return err({ code: 'blob.too-large', maxBytes });
      await uploadFile(bucket, path, written);
      return ok(written);
    } finally {
      await rm(path, { force: true });
    }
  }

  return {
    async put(source, { maxBytes }) {
      if (!(source instanceof Uint8Array) || source.byteLength > partBytes) return putDraft(source, maxBytes);
      if (source.byteLength > maxBytes) return err({ code: 'blob.too-large', maxBytes });
      const stored = { digest: sha256(source), bytes: source.byteLength };
      await bucket.put(placeOf(stored.digest), source);
      return ok(stored);
    },
    async putFile(path, { maxBytes }) {
      const { size: bytes } = await stat(path);
      if (bytes > maxBytes) return err({ code: 'blob.too-large', maxBytes });
      const stored = { digest: await digestOf(createReadStream(path)), bytes };
      await uploadFile(bucket, path, stored);
      return ok(stored);
    },
    async read(digest) {
      const opened = await open(digest);
      return opened && buffer(opened.source);
    },
    async stream(digest, range) {
      const opened = await open(digest, range);
      if (!opened) return null;
      const stream = Readable.from(opened.source, { objectMode: false });
      // Destroyed before its first read, it never comes to the source's own end.
      return stream.once('close', () => opened.body.destroy());
    },
    localFile: async (digest) =>
      isDigest(digest)
        ? copies.take(digest, async (path) => {
            const opened = await open(digest);
            return opened && writeDraft(path, opened.source, Number.POSITIVE_INFINITY);
          })
        : null,
    has: async (digest) => (await size(digest)) !== null,
    size,
    async verify(digest) {
      const body = isDigest(digest) ? await bucket.get(placeOf(digest)) : null;
      const source = body && readObject(bucket, { place: placeOf(digest), ...whole }, body);
      return source !== null && (await digestOf(source)) === digest;
    },
    async remove(digest) {
      if (!isDigest(digest)) return;
      await bucket.remove(placeOf(digest));
      await copies.forget(digest);
    },
    check: () => bucket.put(placeOf(sha256(checkBytes)), checkBytes),
    async stop() {
      await cleared;
      client.destroy();
      await scratch.stop();
    },
  };
}

type Opened = { readonly body: Readable; readonly source: AsyncIterable<Uint8Array> };

const whole: ByteRange = { start: 0, end: Number.POSITIVE_INFINITY };

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Passes everything on, and throws at the end if it was not what the name says. */
async function* proven(source: AsyncIterable<Uint8Array>, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== digest) throw new StoreError('store.rotten', `blob ${digest}`);
}
