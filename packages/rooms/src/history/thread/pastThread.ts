import { parentPort } from 'node:worker_threads';
import type { BoardChanges } from '@pinpaint/board';
import { PastDocument } from './PastDocument.ts';
import { type PackedUpdates, unpackUpdates } from './unpackUpdates.ts';

/** `begin`: with an empty document. */
export type PastStep =
  | { readonly kind: 'begin' | 'pass' | 'count' | 'merge' | 'state' }
  | { readonly kind: 'take'; readonly updates: PackedUpdates };

export type PastAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'changes'; readonly changes: BoardChanges }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly says: string };

let past = new PastDocument();

parentPort?.on('message', (step: PastStep) => {
  const answer = answerOf(step);
  parentPort?.postMessage(answer, answer.kind === 'bytes' ? [answer.bytes.buffer] : []);
});

function answerOf(step: PastStep): PastAnswer {
  try {
    return go(step);
  } catch (error) {
    return { kind: 'fault', says: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function go(step: PastStep): PastAnswer {
  switch (step.kind) {
    case 'begin':
      past = new PastDocument();
      return { kind: 'done' };
    case 'take':
      past.take(unpackUpdates(step.updates));
      return { kind: 'done' };
    case 'pass':
      past.pass();
      return { kind: 'done' };
    case 'count':
      return { kind: 'changes', changes: past.count() };
    case 'merge':
      return bytesOf(past.merge());
    case 'state':
      return bytesOf(past.state());
  }
}

/** Of their own memory: Yjs may give a view of something larger. */
function bytesOf(bytes: Uint8Array): PastAnswer {
  return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
}
