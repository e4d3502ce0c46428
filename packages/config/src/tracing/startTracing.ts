import { context } from '@opentelemetry/api';
import type { Config } from '../config.ts';
import type { Log } from '../createLog.ts';
import { traceBy } from './traced.ts';

export type TracingOptions = {
  readonly config: Pick<Config, 'traces'>;
  /** `pinpaint-web`, … */
  readonly service: string;
  readonly log: Log;
};

export type Tracing = {
  /** Sends what has not gone yet. */
  stop(): Promise<void>;
};

const stopMs = 3_000;

/**
 * From here on `traced` makes spans and sends them, as OTLP in JSON; what can't be sent is dropped. Without an
 * endpoint nothing of it is even loaded.
 */
export async function startTracing({ config, service, log }: TracingOptions): Promise<Tracing> {
  if (!config.traces) return { stop: async () => {} };
  const { to, share } = config.traces;
  const provider = await openProvider(`${to}/v1/traces`, { service, share });
  log.info({ share }, 'traces are sent');
  return {
    async stop() {
      const late = new Promise((resolve) => setTimeout(resolve, stopMs).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

async function openProvider(
  url: string,
  { service, share }: { readonly service: string; readonly share: number },
): Promise<{ shutdown(): Promise<void> }> {
  const [sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/resources'),
    ]);
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.instance.id': `${process.pid}` }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  // Ours alone: libraries that look for a global one would tell addresses, and in those stand links' tokens.
  traceBy(provider.getTracer('pinpaint'));
  return provider;
}
