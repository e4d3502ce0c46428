import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** Where uploads lie until they have been looked through, and how large they may be. */
export type UploadLimits = {
  readonly dir: string;
  readonly maxBytes: number;
  readonly maxMegapixels: number;
};

/**
 * Streams a body to a file of its own, runs `use` on it, and removes it, whatever happens. Nothing else
 * of an upload exists before `use` says so.
 */
export async function receiveUpload<T>(
  request: Request,
  { dir, maxBytes }: UploadLimits,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) throw new ApiProblem('upload.empty', 400, 'The request has no body.');
  await mkdir(dir, { recursive: true });
  const path = join(dir, randomUUID());
  try {
    const bytes = await store(request.body as ReadableStream, path, maxBytes);
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
  await pipeline(Readable.fromWeb(body), count, createWriteStream(path, { mode: 0o600 }));
  return bytes;
}

function tooLarge(maxBytes: number): ApiProblem {
  return new ApiProblem('upload.too-large', 413, 'The file is larger than allowed.', { maxBytes });
}
