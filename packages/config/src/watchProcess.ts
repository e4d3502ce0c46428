import type { Config } from './config.ts';
import type { Log } from './createLog.ts';
import { createMetrics, type Metrics } from './metrics/createMetrics.ts';
import { serveMetrics } from './metrics/serveMetrics.ts';
import { startTracing } from './tracing/startTracing.ts';

export type Watched = {
  readonly metrics: Metrics;
  /** Last of all: what has been done until then is still told. */
  stop(): Promise<void>;
};

/** What a process does at its start to be watched: metrics on a port of their own, and traces, each where it is asked for. */
export async function watchProcess(
  config: Pick<Config, 'metrics' | 'traces'>,
  { service, log }: { readonly service: string; readonly log: Log },
): Promise<Watched> {
  const metrics = createMetrics();
  const served = config.metrics && (await serveMetrics(metrics, config.metrics));
  if (config.metrics) log.info(config.metrics, 'metrics are served');
  const tracing = await startTracing({ config, service, log });
  return {
    metrics,
    async stop() {
      await served?.stop();
      await tracing.stop();
    },
  };
}
