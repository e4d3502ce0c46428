import { parentPort } from 'node:worker_threads';
import type { RenditionProvenance } from '@pinpaint/actions';
import { runStep } from './runStep.ts';
import { StepRefused, type StepWish } from './stepWish.ts';

export type ToThread = { readonly kind: 'run'; readonly wish: StepWish } | { readonly kind: 'cancel' };

export type StepOutcome =
  | { readonly kind: 'made'; readonly provenance: RenditionProvenance }
  | { readonly kind: 'refused'; readonly code: string; readonly says: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'crashed'; readonly says: string };

export type FromThread = StepOutcome | { readonly kind: 'progress'; readonly fraction: number };

let stop = new AbortController();

parentPort?.on('message', async (message: ToThread) => {
  if (message.kind === 'cancel') return stop.abort(new Error('cancelled'));
  stop = new AbortController();
  parentPort?.postMessage(await outcomeOf(message.wish, stop.signal));
});

async function outcomeOf(wish: StepWish, signal: AbortSignal): Promise<StepOutcome> {
  const progress = (fraction: number) =>
    parentPort?.postMessage({ kind: 'progress', fraction } satisfies FromThread);
  try {
    return { kind: 'made', provenance: await runStep(wish, { signal, progress }) };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    if (error instanceof StepRefused) return { kind: 'refused', code: error.code, says: error.message };
    return { kind: 'crashed', says: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
