import { parentPort, workerData } from 'node:worker_threads';
import type { DrawnShape, Intent } from '@pinpaint/domain';
import {
  type EngineCandidate,
  EngineError,
  type ReportProgress,
  type SeenMeanwhile,
  type Segment,
  type SegmentWish,
} from '@pinpaint/engines';
import { encodeAnswer, readRequest } from '@pinpaint/pictures/parcel';
import { type EngineSources, openEngines } from './engineRegistry.ts';
import { withoutPaths } from './withoutPaths.ts';

/** `run` is told apart from the one before, which may still be ending. */
export type AskMessage =
  | ({ readonly kind: 'run'; readonly run: number } & RunMessage)
  | { readonly kind: 'look'; readonly run: number }
  | ({ readonly kind: 'select'; readonly run: number } & SegmentWish)
  | { readonly kind: 'give-up'; readonly run: number };

export type SaidMessage = ThreadMessage & { readonly run: number };

/** An engine that can't be used here. */
export type UnfitEngine = { readonly name: string; readonly code: string; readonly says: string };

export type RunMessage = {
  readonly engine: string;
  /** The parcel as it came. */
  readonly request: Uint8Array;
  readonly intent: Intent;
  readonly note: string;
  readonly seed: number;
  readonly strength: number;
  readonly variants: number;
  /** To be drawn from the note alone. */
  readonly draws: DrawnShape | null;
};

type ThreadMessage =
  | { readonly kind: 'progress'; readonly fraction: number; readonly seen?: SeenMeanwhile | undefined }
  | EndMessage;

export type EndMessage =
  | { readonly kind: 'looked'; readonly unfit: readonly UnfitEngine[] }
  /** null: the picture has to come with the question. */
  | { readonly kind: 'mask'; readonly segment: Segment | null }
  | {
      readonly kind: 'answer';
      readonly parcel: Uint8Array<ArrayBuffer>;
      readonly engineMs: number;
      readonly usd?: number | undefined;
    }
  | {
      readonly kind: 'failure';
      readonly code: string;
      readonly says: string;
      readonly usd?: number | undefined;
    };

const sources: EngineSources = workerData ?? JSON.parse(process.argv[2] ?? '');
const { engines, segmenter } = openEngines(sources);
const running = new Map<number, AbortController>();

if (parentPort) parentPort.on('message', hear);
else {
  process.on('message', hear);
  // Whoever started this process ends it, also where a terminal tells both to stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
}

async function hear(message: AskMessage): Promise<void> {
  if (message.kind === 'give-up') {
    running.get(message.run)?.abort(new Error('given up'));
    return;
  }
  if (message.kind === 'look') return say({ kind: 'looked', unfit: await look(), run: message.run });
  if (message.kind === 'select') {
    const { run: id, ...wish } = message;
    return say({ ...(await select(wish)), run: id });
  }
  const { kind: _, run: id, ...asked } = message;
  const giveUp = new AbortController();
  running.set(id, giveUp);
  const done = await run(asked, giveUp.signal, (fraction, seen) =>
    say({ kind: 'progress', fraction, seen, run: id }),
  );
  running.delete(id);
  say({ ...done, run: id }, done.kind === 'answer' ? [done.parcel.buffer] : []);
}

function say(message: SaidMessage, handedOver: ArrayBuffer[] = []): void {
  if (parentPort) parentPort.postMessage(message, handedOver);
  else process.send?.(message);
}

async function run(
  { engine: name, request, ...wish }: RunMessage,
  signal: AbortSignal,
  report: ReportProgress,
): Promise<EndMessage> {
  const engine = engines.get(name);
  const planes = readRequest(request);
  if (!engine) return { kind: 'failure', code: 'engine.unknown', says: `There is no engine ${name} here.` };
  if (!planes.ok) return { kind: 'failure', code: 'engine.bad-request', says: 'The crop could not be read.' };
  const { permitted: permittedAlpha, ...rest } = planes.value;
  const since = performance.now();
  try {
    const candidates = await engine.run({ ...rest, permittedAlpha, ...wish }, signal, report);
    const engineMs = performance.now() - since;
    return { kind: 'answer', parcel: encodeAnswer(candidates), engineMs, usd: costOf(candidates) };
  } catch (error) {
    return { kind: 'failure', ...failureOf(error) };
  }
}

/** Opens every model once: what can't be used is not to be promised. */
async function look(): Promise<readonly UnfitEngine[]> {
  const unfit: UnfitEngine[] = [];
  const checked = [...engines].map(([name, engine]) => ({ name, check: () => engine.check?.() }));
  for (const { name, check } of segmenter ? [...checked, segmenter] : checked)
    await check()?.catch((error: unknown) => unfit.push({ name, ...failureOf(error) }));
  return unfit;
}

function failureOf(error: unknown): Omit<Extract<EndMessage, { kind: 'failure' }>, 'kind'> {
  const says = withoutKeys(error instanceof Error ? error.message : String(error));
  if (error instanceof EngineError) return { code: error.code, says, usd: error.usd };
  return { code: 'engine.crashed', says: withoutPaths(says) };
}

async function select(wish: SegmentWish): Promise<EndMessage> {
  if (!segmenter) return { kind: 'failure', code: 'engine.unknown', says: 'No model here selects.' };
  try {
    return { kind: 'mask', segment: await segmenter.segment(wish) };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    // Nothing that ends this process: an edit may be running in it, and whoever points can look for edges.
    return { kind: 'failure', code: error instanceof EngineError ? error.code : 'engine.failed', says };
  }
}

/** undefined: one of them doesn't say, so the estimate counts. */
function costOf(candidates: readonly EngineCandidate[]): number | undefined {
  return candidates.reduce<number | undefined>(
    (sum, { usd }) => (sum === undefined || usd === undefined ? undefined : sum + usd),
    0,
  );
}

/** An engine's own mistake could say anything. */
function withoutKeys(text: string): string {
  const { gemini, comfyui, flux } = sources.services;
  const keys = [gemini?.apiKey, comfyui?.token, flux?.apiKey];
  return keys.reduce((clean: string, key) => (key ? clean.replaceAll(key, '[key]') : clean), text);
}
