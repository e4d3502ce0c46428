import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { removeLeftovers } from '@pinpaint/storage';
import { ApiProblem } from '../problems/ApiProblem.ts';
import { uploadBody } from './uploadBody.ts';

/** Where uploads lie until they have been looked through, and how large they may be. */
export type UploadLimits = {
  readonly dir: string;
  readonly maxBytes: number;
  readonly maxMegapixels: number;
};

/**
 * Streams a body to a file of its own, runs `use` on it, and removes it, whatever happens. Nothing else
 * of an upload exists before `use` says so. What a process that was killed has left, goes on the way.
 */
export async function receiveUpload<T>(
  request: Request,
  { dir, maxBytes }: UploadLimits,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const said = request.headers.get('content-length');
  const announced = said === null ? null : Number(said);
  if (announced !== null && announced > maxBytes) throw tooLarge(maxBytes);
  const body = uploadBody(request);
  await mkdir(dir, { recursive: true });
  await removeLeftovers(dir);
  const path = join(dir, randomUUID());
  try {
    const bytes = await store(body, path, maxBytes);
    if (announced !== null && bytes !== announced) throw incomplete();
    if (bytes === 0) throw new ApiProblem('upload.empty', 400, 'The request has no body.');
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function store(body: ReadableStream, path: string, maxBytes: number): Promise<number> {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  const file = createWriteStream(path, { mode: 0o600 });
  try {
    await pipeline(Readable.fromWeb(body), count, file);
  } catch (error) {
    throw isHungUp(error) ? incomplete() : error;
  }
  return bytes;
}

/** The sender went away in the middle: nobody hears the answer, and nothing is wrong here. */
function isHungUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : '';
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || error.name === 'AbortError';
}

function incomplete(): ApiProblem {
  return new ApiProblem('upload.incomplete', 400, 'The file did not come whole; send it again.');
}

function tooLarge(maxBytes: number): ApiProblem {
  return new ApiProblem('upload.too-large', 413, 'The file is larger than allowed.', { maxBytes });
}
