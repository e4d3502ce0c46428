import { Worker } from 'node:worker_threads';
import type { Recomputed } from '@pinpaint/domain';
import type { VerifyRequest } from './verifyVersion.ts';

/** Four times what 120 megapixels of 16 bits take on two cores. */
const limitMs = 180_000;

/**
 * `verifyVersion` in a thread of its own: it takes seconds of processor time, and its memory is gone with it.
 *
 * @throws Error when it has not come to an end after three minutes.
 */
export async function verifyInThread(request: VerifyRequest): Promise<Recomputed> {
  const thread = new Worker(new URL('./verifyThread.ts', import.meta.url), { workerData: request });
  const { promise, resolve, reject } = Promise.withResolvers<Recomputed>();
  const limit = setTimeout(() => reject(new Error(`Not verified after ${limitMs / 1000} s`)), limitMs);
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('The thread has ended without an answer')));
  try {
    return await promise;
  } finally {
    clearTimeout(limit);
    await thread.terminate();
  }
}
