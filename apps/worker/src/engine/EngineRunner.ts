import type { EnginePlace, ReportProgress, SegmentWish } from '@pinpaint/engines';
import { type EngineHost, startProcess, startThread } from './engineHost.ts';
import type { EngineSources } from './engineRegistry.ts';
import type { AskMessage, EndMessage, RunMessage, UnfitEngine } from './engineThread.ts';
import { watchRun } from './watchRun.ts';
import { withoutPaths } from './withoutPaths.ts';

export type RunOutcome = Extract<EndMessage, { kind: 'answer' | 'failure' }>;
type SelectOutcome = Extract<EndMessage, { kind: 'mask' | 'failure' }>;

export type RunnerOptions = { readonly sources: EngineSources; readonly place: EnginePlace };

export type RunWish = {
  /** Without a sign of life for so long the run has failed. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly progress: ReportProgress;
};

/**
 * Where engines run, started before it is needed, so that a run begins at once. Engines compute for
 * seconds on end: here that holds up no heartbeat. Hosted ones have a thread of their own, which lives on, since
 * it counts their calls, and models a process, which keeps them open.
 */
export class EngineRunner {
  readonly #options: RunnerOptions;
  #host: EngineHost;
  #asked = 0;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#host = startHost(options);
  }

  /** Rejects with `signal.reason` once the signal aborts; the run is gone then. */
  async run(message: RunMessage, { limitMs, signal, progress }: RunWish): Promise<RunOutcome> {
    const asked = this.#ask(
      (run) => ({ kind: 'run', run, ...message }),
      signal,
      (fraction, seen) => {
        watch.note(fraction, seen?.ahead ?? null);
        progress(fraction, seen);
      },
    );
    const watch = watchRun(limitMs, () => asked.end(outOfTime(limitMs)));
    const outcome = await asked.ended.finally(watch.stop);
    if (outcome.kind === 'looked' || outcome.kind === 'mask')
      throw new Error('A run was answered with something else');
    if (outcome.kind === 'failure' && mustGo.has(outcome.code)) this.#replace();
    return outcome;
  }

  /** Those of its engines that can't be used here, and why. Rejects with `signal.reason` once the signal aborts. */
  async look(signal: AbortSignal): Promise<readonly UnfitEngine[]> {
    const outcome = await this.#ask(
      (run) => ({ kind: 'look', run }),
      signal,
      () => undefined,
    ).ended;
    if (outcome.kind === 'looked') return outcome.unfit;
    this.#replace();
    throw new Error(outcome.kind === 'failure' ? outcome.says : 'A look was answered with a run');
  }

  /** What lies where somebody points. Rejects with `signal.reason` once the signal aborts. */
  async select(wish: SegmentWish, signal: AbortSignal): Promise<SelectOutcome> {
    const outcome = await this.#ask(
      (run) => ({ kind: 'select', run, ...wish }),
      signal,
      () => undefined,
    ).ended;
    if (outcome.kind === 'looked' || outcome.kind === 'answer')
      throw new Error('A selection was answered with something else');
    if (outcome.kind === 'failure' && mustGo.has(outcome.code)) this.#replace();
    return outcome;
  }

  async stop(): Promise<void> {
    await this.#host.end();
  }

  #ask(message: (run: number) => AskMessage, signal: AbortSignal, progress: RunWish['progress']): Asked {
    if (this.#host.isGone()) this.#replace();
    const host = this.#host;
    const { promise, resolve: end, reject } = Promise.withResolvers<EndMessage>();
    const crash = (says: string) =>
      end({ kind: 'failure', code: 'engine.crashed', says: withoutPaths(says) });
    this.#asked += 1;
    const run = this.#asked;
    const stopListening = host.listen({
      hear: ({ run: of, ...said }) => {
        if (of !== run) return;
        if (said.kind === 'progress') progress(said.fraction, said.seen);
        else end(said);
      },
      fail: (error) => crash(error.message),
      exit: (code) => crash(`The engine ended with ${code}.`),
    });
    const giveUp = () => {
      // One that computes hears nothing; those that wait, and native code, are told and stay.
      if (this.#options.place === 'thread') this.#replace();
      else host.ask({ kind: 'give-up', run });
      reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    else host.ask(message(run));
    const ended = promise.finally(() => {
      signal.removeEventListener('abort', giveUp);
      stopListening();
    });
    return { ended, end };
  }

  #replace(): void {
    const old = this.#host;
    this.#host = startHost(this.#options);
    void old.end();
  }
}

type Asked = { readonly ended: Promise<EndMessage>; readonly end: (as: EndMessage) => void };

/** After which the place where it ran is in no state to be used again. */
const mustGo: ReadonlySet<string> = new Set(['engine.crashed', 'engine.out-of-time']);

function outOfTime(limitMs: number): EndMessage {
  const says = `The engine gave no sign of life for ${Math.round(limitMs / 60_000)} minutes and was ended.`;
  return { kind: 'failure', code: 'engine.out-of-time', says };
}

function startHost({ place, sources }: RunnerOptions): EngineHost {
  return place === 'process' ? startProcess(sources) : startThread(sources);
}
