import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../StoreError.ts';
import type { Bucket } from './Bucket.ts';
import { storeErrorOf } from './storeErrorOf.ts';

export type Piece = {
  readonly place: string;
  readonly start: number;
  /** Infinity: to the end. */
  readonly end: number;
};

/** In a row, without a byte between them. */
const tries = 4;
const firstPauseMs = 100;
/** Between two chunks. */
const silenceMs = 20_000;

/** An object's bytes from `body` on; where the line breaks it goes on from there. Gives up after four breaks in a row. */
export async function* readObject(bucket: Bucket, piece: Piece, body: Readable): AsyncGenerator<Uint8Array> {
  let { start } = piece;
  let now = body;
  for (let broken = 0; ; ) {
    try {
      for await (const chunk of endingInSilence(now)) {
        start += chunk.byteLength;
        broken = 0;
        yield chunk;
      }
      return;
    } catch (error) {
      broken += 1;
      if (broken >= tries) throw storeErrorOf(error, 'reading');
    } finally {
      now.destroy();
    }
    await pause(firstPauseMs * 2 ** broken);
    now = await reopen(bucket, { ...piece, start });
  }
}

async function reopen(bucket: Bucket, piece: Piece): Promise<Readable> {
  const body = await bucket.get(piece.place, piece);
  if (!body) throw new StoreError('store.away', 'reading, gone meanwhile');
  return body;
}

async function* endingInSilence(body: Readable): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  for (;;) {
    const timer = setTimeout(() => body.destroy(new StoreError('store.away', 'reading, silence')), silenceMs);
    const next = await chunks.next().finally(() => clearTimeout(timer));
    if (next.done) return;
    yield next.value;
  }
}
