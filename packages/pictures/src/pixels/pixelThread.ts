import { parentPort } from 'node:worker_threads';
import { type PixelJobName, pixelJobs } from './pixelJobs.ts';

export type JobMessage = { readonly id: number; readonly name: PixelJobName; readonly wish: unknown };
export type DoneMessage = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly error: string }
);

parentPort?.on('message', async ({ id, name, wish }: JobMessage) => {
  try {
    // The pool's types have paired name and wish.
    const job = pixelJobs[name] as (wish: unknown) => Promise<unknown>;
    parentPort?.postMessage({ id, answer: await job(wish) } satisfies DoneMessage);
  } catch (error) {
    const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id, error: says } satisfies DoneMessage);
  }
});
