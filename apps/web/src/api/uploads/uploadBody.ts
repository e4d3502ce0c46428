import type { ReadableStream } from 'node:stream/web';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** The bytes of a file that is the whole body. One called JSON has been read as such before it gets here. */
export function uploadBody(request: Request): ReadableStream<Uint8Array> {
  if (request.bodyUsed) {
    const title = 'Send the file itself, as application/octet-stream.';
    throw new ApiProblem('request.wrong-media-type', 415, title);
  }
  if (!request.body) throw new ApiProblem('upload.empty', 400, 'The request has no body.');
  return request.body as ReadableStream<Uint8Array>;
}
