import { parentPort, workerData } from 'node:worker_threads';
import type { ModelsConfig } from '@pinpaint/config';
import type { Intent } from '@pinpaint/domain';
import { EngineError } from '@pinpaint/engines';
import { encodeAnswer, readRequest } from '@pinpaint/pictures/parcel';
import { createEngines } from './engineRegistry.ts';

export type RunMessage = {
  readonly engine: string;
  /** The parcel as it came. */
  readonly request: Uint8Array;
  readonly intent: Intent;
  readonly note: string;
  readonly seed: number;
  readonly strength: number;
  readonly variants: number;
};

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'answer'; readonly parcel: Uint8Array<ArrayBuffer>; readonly engineMs: number }
  | { readonly kind: 'failure'; readonly code: string; readonly says: string };

const engines = createEngines(workerData as ModelsConfig);
// Whoever gives up a run ends the thread, so no engine here is ever aborted by its signal.
const never = new AbortController().signal;

parentPort?.on('message', async (message: RunMessage) => {
  const done = await run(message);
  parentPort?.postMessage(done, done.kind === 'answer' ? [done.parcel.buffer] : []);
});

async function run({ engine: name, request, ...wish }: RunMessage): Promise<ThreadMessage> {
  const engine = engines.get(name);
  const planes = readRequest(request);
  if (!engine) return { kind: 'failure', code: 'engine.unknown', says: `There is no engine ${name} here.` };
  if (!planes.ok) return { kind: 'failure', code: 'engine.bad-request', says: 'The crop could not be read.' };
  const { permitted: permittedAlpha, ...rest } = planes.value;
  const since = performance.now();
  try {
    const candidates = await engine.run({ ...rest, permittedAlpha, ...wish }, never, report);
    const engineMs = performance.now() - since;
    return { kind: 'answer', parcel: encodeAnswer(candidates), engineMs };
  } catch (error) {
    if (error instanceof EngineError) return { kind: 'failure', code: error.code, says: error.message };
    const says = error instanceof Error ? error.message : String(error);
    return { kind: 'failure', code: 'engine.crashed', says };
  }
}

function report(fraction: number): void {
  parentPort?.postMessage({ kind: 'progress', fraction } satisfies ThreadMessage);
}
