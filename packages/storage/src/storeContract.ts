import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore, StoredBlob } from './blobStore.ts';

/** What every store must do, whatever lies behind it. `open` gives a new and empty one. */
export function describeBlobStore(name: string, open: () => Promise<BlobStore>): void {
  describe(name, () => {
    let store: BlobStore;
    let scratch: string;
    beforeAll(async () => {
      store = await open();
      scratch = await mkdtemp(join(tmpdir(), 'pinpaint-store-'));
    });
    afterAll(() => rm(scratch, { recursive: true, force: true }));

    const put = async (bytes: Uint8Array): Promise<StoredBlob> => {
      const stored = await store.put(bytes, { maxBytes: bytes.byteLength });
      expect(stored).toEqual({ ok: true, value: { digest: sha256(bytes), bytes: bytes.byteLength } });
      return { digest: sha256(bytes), bytes: bytes.byteLength };
    };

    it('gives back what was put, under its SHA-256', async () => {
      const bytes = randomBytes(5000);
      const { digest } = await put(bytes);
      expect(await store.has(digest)).toBe(true);
      expect(await store.size(digest)).toBe(5000);
      expect(await store.verify(digest)).toBe(true);
      expect(sha256((await store.read(digest)) ?? randomBytes(1))).toBe(digest);
    });

    it('takes a stream in pieces, and a file', async () => {
      const pieces = [randomBytes(70_000), new Uint8Array(0), randomBytes(3)];
      const whole = Buffer.concat(pieces);
      const expected = { ok: true, value: { digest: sha256(whole), bytes: 70_003 } };
      expect(await store.put(Readable.from(pieces), { maxBytes: 70_003 })).toEqual(expected);
      await store.remove(sha256(whole));
      const path = join(scratch, 'upload');
      await writeFile(path, whole);
      expect(await store.putFile(path, { maxBytes: 70_003 })).toEqual(expected);
      expect(await store.verify(sha256(whole))).toBe(true);
      expect((await readFile(path)).byteLength).toBe(70_003);
    });

    it('keeps an empty blob', async () => {
      const { digest } = await put(new Uint8Array(0));
      expect(await store.size(digest)).toBe(0);
      expect((await store.read(digest))?.byteLength).toBe(0);
    });

    it('takes the same bytes again, also at the same time', async () => {
      const bytes = randomBytes(1000);
      const [{ digest }] = await Promise.all([put(bytes), put(bytes), put(bytes)]);
      await put(bytes);
      expect(await store.verify(digest)).toBe(true);
    });

    it('refuses more bytes than allowed and keeps none of them', async () => {
      const bytes = randomBytes(2000);
      const stored = await store.put(Readable.from([bytes.subarray(0, 1500), bytes.subarray(1500)]), {
        maxBytes: 1999,
      });
      expect(stored).toEqual({ ok: false, error: { code: 'blob.too-large', maxBytes: 1999 } });
      expect(await store.has(sha256(bytes))).toBe(false);
      expect(await store.has(sha256(bytes.subarray(0, 1500)))).toBe(false);
    });

    it('keeps nothing of a source that fails and passes its error on', async () => {
      const half = randomBytes(500);
      const failing = async function* () {
        yield half;
        throw new Error('the line went dead');
      };
      await expect(store.put(failing(), { maxBytes: 9999 })).rejects.toThrow('the line went dead');
      expect(await store.has(sha256(half))).toBe(false);
    });

    it('streams the whole or a half-open range', async () => {
      const bytes = randomBytes(200_000);
      const { digest } = await put(bytes);
      const read = async (range?: { start: number; end: number }) => {
        const stream = await store.stream(digest, range);
        return stream && sha256(await buffer(stream));
      };
      expect(await read()).toBe(digest);
      expect(await read({ start: 10, end: 11 })).toBe(sha256(bytes.subarray(10, 11)));
      expect(await read({ start: 199_000, end: 300_000 })).toBe(sha256(bytes.subarray(199_000)));
    });

    it('offers a file that can be read at any place', async () => {
      const bytes = randomBytes(100);
      const file = await store.localFile((await put(bytes)).digest);
      expect(sha256(await readFile(file?.path ?? ''))).toBe(sha256(bytes));
      await file?.release();
    });

    it('forgets what is removed, and removing it twice is no error', async () => {
      const { digest } = await put(randomBytes(10));
      await store.remove(digest);
      await store.remove(digest);
      await expectMissing(store, digest);
    });

    it.each(['0'.repeat(64), '', '../../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
      'has nothing under %j',
      async (digest) => {
        await expectMissing(store, digest);
        await store.remove(digest);
      },
    );

    it('says that it can store', async () => {
      await store.check();
    });
  });
}

async function expectMissing(store: BlobStore, digest: string): Promise<void> {
  expect({
    has: await store.has(digest),
    size: await store.size(digest),
    read: await store.read(digest),
    stream: await store.stream(digest),
    range: await store.stream(digest, { start: 0, end: 1 }),
    localFile: await store.localFile(digest),
    verify: await store.verify(digest),
  }).toEqual({
    has: false,
    size: null,
    read: null,
    stream: null,
    range: null,
    localFile: null,
    verify: false,
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
