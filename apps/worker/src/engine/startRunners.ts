import type { Engine, EnginePlace } from '@pinpaint/engines';
import { EngineRunner } from './EngineRunner.ts';
import type { EngineSources } from './engineRegistry.ts';
import type { UnfitEngine } from './engineThread.ts';

export type Runners = {
  /** Who runs an engine, by its name. */
  readonly runnerFor: (engine: string) => EngineRunner;
  /** Which engines can't be used, and why: a model's file is gone, or isn't what an engine here can feed. */
  look(signal: AbortSignal): Promise<readonly UnfitEngine[]>;
  stop(): Promise<void>;
};

/** One for each place in which some of these engines run; none is started for which there is no engine. */
export function startRunners(sources: EngineSources, engines: readonly Engine[]): Runners {
  const local = new EngineRunner({ sources, place: 'thread' });
  const started = new Map<EnginePlace, EngineRunner>([['thread', local]]);
  const byName = new Map<string, EngineRunner>();
  for (const { facts, runsIn: place } of engines) {
    const runner = started.get(place) ?? new EngineRunner({ sources, place });
    started.set(place, runner);
    byName.set(facts.name, runner);
  }
  return {
    runnerFor: (engine) => byName.get(engine) ?? local,
    // Only what has files can be unfit, and such code is native.
    look: async (signal) => (await started.get('process')?.look(signal)) ?? [],
    async stop() {
      await Promise.all([...started.values()].map((runner) => runner.stop()));
    },
  };
}
