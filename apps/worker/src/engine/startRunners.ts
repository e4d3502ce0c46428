import type { Engine, EnginePlace } from '@pinpaint/engines';
import { EngineRunner } from './EngineRunner.ts';
import { type EngineSources, segmentModel } from './engineRegistry.ts';
import type { UnfitEngine } from './engineThread.ts';

export type Runners = {
  /** Who runs an engine, by its name. */
  readonly runnerFor: (engine: string) => EngineRunner;
  /** Who answers selections: where models run. null: none of them selects. */
  readonly selecting: EngineRunner | null;
  /** Which engines can't be used, and why: a model's file is gone, or isn't what an engine here can feed. */
  look(signal: AbortSignal): Promise<readonly UnfitEngine[]>;
  stop(): Promise<void>;
};

/** One for each place in which some of these engines run; none is started for which there is no engine. */
export function startRunners(sources: EngineSources, engines: readonly Engine[]): Runners {
  const local = new EngineRunner({ sources, place: 'thread' });
  const started = new Map<EnginePlace, EngineRunner>([['thread', local]]);
  const byName = new Map<string, EngineRunner>();
  const runnerAt = (place: EnginePlace): EngineRunner => {
    const runner = started.get(place) ?? new EngineRunner({ sources, place });
    started.set(place, runner);
    return runner;
  };
  for (const { facts, runsIn } of engines) byName.set(facts.name, runnerAt(runsIn));
  const selecting = segmentModel(sources.models) && runnerAt('process');
  return {
    runnerFor: (engine) => byName.get(engine) ?? local,
    selecting,
    // Only what has files can be unfit, and such code is native.
    look: async (signal) => (await started.get('process')?.look(signal)) ?? [],
    async stop() {
      await Promise.all([...started.values()].map((runner) => runner.stop()));
    },
  };
}
