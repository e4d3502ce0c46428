import { ApiProblem } from '../problems/ApiProblem.ts';
import { uploadBody } from './uploadBody.ts';

/** A small body, whole; one that goes on for longer is not read to its end. */
export async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(maxBytes);
  let length = 0;
  for await (const piece of uploadBody(request)) {
    if (length + piece.length > maxBytes)
      throw ApiProblem.of({ code: 'answer.too-large', facts: { maxBytes } });
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes.subarray(0, length);
}
