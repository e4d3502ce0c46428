import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createLog, type S3Config } from '@pinpaint/config';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BlobStore } from '../blobStore.ts';
import { placeOf } from '../placeOf.ts';
import { describeBlobStore } from '../storeContract.ts';
import { type S3Server, serveS3 } from '../testing/serveS3.ts';
import { openS3Store } from './openS3Store.ts';

const server: S3Server = await serveS3();
const scratchDir = await mkdtemp(join(tmpdir(), 'pinpaint-scratch-'));
const open = (parts: Partial<S3Config> = {}, onError: (error: unknown) => void = fail) =>
  openS3Store({ s3: { ...server.s3, ...parts }, scratchDir, onError });
afterAll(async () => {
  await server.stop();
  await rm(scratchDir, { recursive: true, force: true });
});

describeBlobStore('a bucket of blobs', open);

const partBytes = 8 * 1024 * 1024;

describe('a bucket of blobs', () => {
  let store: BlobStore;
  let scratch: string;
  beforeEach(async () => {
    const others = new Set(await readdir(scratchDir));
    store = await open();
    scratch = join(scratchDir, (await readdir(scratchDir)).find((name) => !others.has(name)) ?? '');
    server.asked.length = 0;
  });
  afterEach(async () => {
    server.disturb(() => false);
    await store.stop();
  });

  const put = async (bytes: Uint8Array): Promise<string> => {
    const stored = await store.put(bytes, { maxBytes: bytes.byteLength });
    return stored.ok ? stored.value.digest : '';
  };
  const large = randomBytes(2 * partBytes + 5);

  it('sends what is large in parts', async () => {
    const digest = await put(large);
    expect(server.asked.filter((asked) => asked !== 'GET prefix')).toEqual([
      'POST uploads',
      ...Array(3).fill('PUT partNumber'),
      'POST uploadId',
    ]);
    expect(await store.verify(digest)).toBe(true);
    expect(await server.uploads()).toEqual([]);
    await store.remove(digest);
  });

  it('gives an upload up when a part is refused', async () => {
    server.disturb((request, response) => {
      if (!request.url?.includes('partNumber=2')) return false;
      return answer(response, 403, 'AccessDenied');
    });
    await expect(put(large)).rejects.toMatchObject({ code: 'store.refused' });
    expect(server.asked.at(-1)).toBe('DELETE uploadId');
    expect(await server.uploads()).toEqual([]);
  });

  it('gives up at its start what was begun a day ago and never ended', async () => {
    server.disturb((request, response) => {
      if (request.method === 'DELETE') return answer(response, 403, 'AccessDenied');
      return request.url?.includes('partNumber') ? answer(response, 403, 'AccessDenied') : false;
    });
    await expect(put(large)).rejects.toThrow('store.refused');
    server.disturb(() => false);
    const [left = ''] = await server.uploads();
    await (await open()).stop();
    expect(await server.uploads()).toEqual([left]);
    const begun = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(server.fileOf(left), begun, begun);
    await (await open({ prefix: 'others/' })).stop();
    expect(await server.uploads()).toEqual([left]);
    await (await open()).stop();
    expect(await server.uploads()).toEqual([]);
  });

  it.each([
    [500, 'InternalError'],
    [503, 'SlowDown'],
  ])('asks again when the answer is %d %s', async (status, code) => {
    let times = 2;
    server.disturb((_, response) => {
      times -= 1;
      return times >= 0 && answer(response, status, code);
    });
    const bytes = randomBytes(1000);
    const digest = await put(bytes);
    expect(await store.read(digest)).toEqual(bytes);
  });

  it('goes on where a line broke, for streams as for copies', async () => {
    const digest = await put(large);
    cutAnswersAfter(3_000_000);
    expect((await buffer((await store.stream(digest)) ?? Readable.from([]))).equals(large)).toBe(true);
    const file = await store.localFile(digest);
    expect((await readFile(file?.path ?? '')).equals(large)).toBe(true);
    await file?.release();
    const range = { start: 1_000_000, end: 9_000_000 };
    const part = await buffer((await store.stream(digest, range)) ?? Readable.from([]));
    expect(part.equals(large.subarray(range.start, range.end))).toBe(true);
    expect(server.asked.filter((asked) => asked === 'GET').length).toBeGreaterThan(12);
    await store.remove(digest);
  });

  it('says that nobody answers, by a code and without a key', async () => {
    const digest = await put(randomBytes(10));
    await server.away();
    const lines: string[] = [];
    const log = createLog({ logLevel: 'info', name: 'test' }, { write: (line) => void lines.push(line) });
    const asks = [() => store.read(digest), () => store.has(digest), () => put(randomBytes(10)), store.check];
    for (const ask of asks) {
      const error = await ask().catch((error: unknown) => error);
      expect(error).toMatchObject({ name: 'StoreError', code: 'store.away' });
      log.error({ err: error }, 'failed');
    }
    await server.back();
    expect(await store.has(digest)).toBe(true);
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toMatch(/S3RVER|127\.0\.0\.1/);
  });

  it('says that it is not let in, at its start too', async () => {
    const heard: unknown[] = [];
    const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'hunter2' };
    const other = await open({ keys }, (error) => heard.push(error));
    await expect(other.check()).rejects.toMatchObject({ code: 'store.refused' });
    await other.stop();
    const none = await open({ bucket: 'nobodys' }, (error) => heard.push(error));
    await expect(none.check()).rejects.toMatchObject({ code: 'store.refused' });
    await none.stop();
    expect(heard).toMatchObject([{ code: 'store.refused' }]);
    expect(String(heard)).not.toContain('hunter2');
  });

  it('does not give out what has rotted, and mends it when it is put again', async () => {
    const bytes = randomBytes(1000);
    const digest = await put(bytes);
    await server.overwrite(placeOf(digest), randomBytes(1000));
    expect(await store.verify(digest)).toBe(false);
    await expect(store.read(digest)).rejects.toMatchObject({ code: 'store.rotten' });
    await expect(store.localFile(digest)).rejects.toMatchObject({ code: 'store.rotten' });
    const stream = await store.stream(digest);
    await expect(buffer(stream ?? Readable.from([]))).rejects.toMatchObject({ code: 'store.rotten' });
    await put(bytes);
    expect(await store.verify(digest)).toBe(true);
    expect(await store.read(digest)).toEqual(bytes);
  });

  it('fetches a blob once for all who read it, and keeps copies while there is room', async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => put(randomBytes(400_000))));
    server.asked.length = 0;
    const copies = await Promise.all([1, 2, 3].map(() => store.localFile(first ?? '')));
    for (const copy of copies) await copy?.release();
    await (await store.localFile(second ?? ''))?.release();
    const again = await store.localFile(first ?? '');
    expect([again?.path, server.asked]).toEqual([copies[0]?.path, ['GET', 'GET']]);
    await again?.release();
    // The second was used longest ago.
    await (await store.localFile(third ?? ''))?.release();
    expect(await readdir(scratch)).toHaveLength(2);
    await (await store.localFile(first ?? ''))?.release();
    expect(server.asked).toHaveLength(3);
  });

  it('leaves nothing on this machine when it stops', async () => {
    const other = await open();
    const before = await readdir(scratchDir);
    const digest = await put(randomBytes(10));
    await other.localFile(digest);
    await other.stop();
    expect((await readdir(scratchDir)).length).toBe(before.length - 1);
  });

  it('holds no line open for a stream that nobody reads', async () => {
    const digest = await put(large);
    const closed = new Promise<void>((resolve) => {
      server.disturb((_, response) => {
        response.once('close', resolve);
        return false;
      });
    });
    const stream = await store.stream(digest);
    stream?.destroy();
    await closed;
    await store.remove(digest);
  });
});

describe('blobs below a prefix', () => {
  let store: BlobStore;
  beforeAll(async () => {
    store = await open({ prefix: 'pinpaint/ours/' });
  });
  afterAll(() => store.stop());

  it('are another’s who has another prefix', async () => {
    const stored = await store.put(randomBytes(9 * 1024 * 1024), { maxBytes: 10_000_000 });
    const { digest } = stored.ok ? stored.value : { digest: '' };
    expect(await store.verify(digest)).toBe(true);
    const other = await open();
    expect(await other.has(digest)).toBe(false);
    await other.stop();
  });
});

function fail(error: unknown): never {
  expect.fail(String(error));
}

function answer(response: ServerResponse, status: number, code: string): true {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>so</Message></Error>`);
  return true;
}

/** The socket goes away in mid-answer. */
function cutAnswersAfter(bytes: number): void {
  server.disturb((request, response) => {
    if (request.method !== 'GET') return false;
    const write = response.write.bind(response) as (chunk: Uint8Array) => boolean;
    let sent = 0;
    response.write = ((chunk: Uint8Array) => {
      sent += chunk.byteLength;
      if (sent <= bytes) return write(chunk);
      request.socket.destroySoon();
      return false;
    }) as typeof response.write;
    return false;
  });
}
