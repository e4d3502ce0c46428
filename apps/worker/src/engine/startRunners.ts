import type { Engine } from '@pinpaint/engines';
import { EngineRunner } from './EngineRunner.ts';
import type { EngineSources } from './engineRegistry.ts';

export type Runners = {
  /** Who runs an engine, by its name. */
  readonly runnerFor: (engine: string) => EngineRunner;
  stop(): Promise<void>;
};

/** One for each place in which some of these engines run; none is started for which there is no engine. */
export function startRunners(sources: EngineSources, engines: readonly Engine[]): Runners {
  const local = new EngineRunner({ sources, host: 'thread', givesUp: 'by-ending-it' });
  const others = {
    service: () => new EngineRunner({ sources, host: 'thread', givesUp: 'by-telling-it' }),
    native: () => new EngineRunner({ sources, host: 'process', givesUp: 'by-telling-it' }),
  };
  const started = new Map<Place, EngineRunner>();
  const byName = new Map<string, EngineRunner>();
  for (const engine of engines) {
    const place = placeOf(engine);
    if (!place) continue;
    const runner = started.get(place) ?? others[place]();
    started.set(place, runner);
    byName.set(engine.facts.name, runner);
  }
  return {
    runnerFor: (engine) => byName.get(engine) ?? local,
    async stop() {
      await Promise.all([local, ...started.values()].map((runner) => runner.stop()));
    },
  };
}

type Place = 'service' | 'native';

function placeOf({ hosted, native }: Engine): Place | null {
  if (hosted) return 'service';
  return native ? 'native' : null;
}
