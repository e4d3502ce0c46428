import { Readable } from 'node:stream';
import type { BlobStore } from '@pinpaint/storage';
import type { Context } from 'hono';
import { ApiProblem } from '../problems/ApiProblem.ts';

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
    ...(blob.fileName ? { 'content-disposition': `attachment; filename="${blob.fileName}"` } : {}),
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const [bytes, size] = await Promise.all([blobs.stream(blob.digest), blobs.size(blob.digest)]);
  if (!bytes || size === null) throw new ApiProblem('blob.missing', 503, 'The file can’t be read right now.');
  return c.body(Readable.toWeb(bytes) as ReadableStream, 200, { ...headers, 'content-length': String(size) });
}
