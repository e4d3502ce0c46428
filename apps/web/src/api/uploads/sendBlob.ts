import { Readable } from 'node:stream';
import type { BlobStore } from '@pinpaint/storage';
import type { Context } from 'hono';
import { ApiProblem } from '../problems/ApiProblem.ts';
import { saveAs } from './saveAs.ts';

export type SentBlob = {
  readonly digest: string;
  readonly mediaType: string;
  /** What a browser saves it as; unless given, it is shown in place. */
  readonly fileName?: string;
};

/** Bytes named by their SHA-256 never change, so a reader who has the right may keep them. */
export async function sendBlob(c: Context, blobs: BlobStore, blob: SentBlob): Promise<Response> {
  const etag = `"${blob.digest}"`;
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'private, max-age=31536000, immutable',
    'content-type': blob.mediaType,
    ...(blob.fileName ? { 'content-disposition': saveAs(blob.fileName) } : {}),
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const size = await blobs.size(blob.digest);
  // A HEAD's body is never read, so nothing may be opened for it.
  if (size !== null && c.req.method === 'HEAD') {
    return c.body(null, 200, { ...headers, 'content-length': String(size) });
  }
  const body = size === null ? null : await bodyOf(blobs, blob.digest, size);
  if (!body) throw new ApiProblem('blob.missing', 503, 'The file can’t be read right now.');
  return c.body(body, 200, { ...headers, 'content-length': String(size) });
}

/** What is sent in one piece: as a stream of small ones it takes half as long again. */
const atOnceBytes = 4 * 1024 * 1024;

async function bodyOf(blobs: BlobStore, digest: string, size: number) {
  if (size <= atOnceBytes) return (await blobs.read(digest)) as Uint8Array<ArrayBuffer> | null;
  const stream = await blobs.stream(digest);
  return stream && (Readable.toWeb(stream) as ReadableStream);
}
