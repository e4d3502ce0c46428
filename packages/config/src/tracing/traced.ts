import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';

export type SpanFacts = {
  /** Ids and names; never what somebody has written. */
  readonly attributes?: Attributes;
  /** The `traceparent` of what brought this about, of another process or an earlier time; else what is going on here. */
  readonly from?: string | null | undefined;
  readonly kind?: 'server' | 'client' | 'consumer' | 'producer';
};

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  producer: SpanKind.PRODUCER,
} as const;

let tracer: Tracer = trace.getTracer('pinpaint');

/** Once, at a process's start. */
export function traceBy(given: Tracer): void {
  tracer = given;
}

/** Runs something as a span of a trace. Costs next to nothing where no traces are sent. */
export async function traced<T>(name: string, facts: SpanFacts, run: (span: Span) => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, optionsOf(facts), contextOf(facts), async (span) => {
    try {
      return await run(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span that ends now: what lies between two processes. */
export function traceSince(name: string, since: Date, facts: SpanFacts): void {
  tracer.startSpan(name, { ...optionsOf(facts), startTime: since }, contextOf(facts)).end();
}

/** What is going on, as W3C writes it, to be kept with what it brings about; null: nothing that is traced. */
export function traceparentNow(): string | null {
  const now = trace.getActiveSpan()?.spanContext();
  if (!now || !isSpanContextValid(now) || !(now.traceFlags & TraceFlags.SAMPLED)) return null;
  return `00-${now.traceId}-${now.spanId}-01`;
}

/** For logs. */
export function traceIdNow(): string | undefined {
  const now = trace.getActiveSpan()?.spanContext();
  return now && isSpanContextValid(now) ? now.traceId : undefined;
}

function optionsOf({ attributes, kind }: SpanFacts) {
  return { ...(attributes && { attributes }), ...(kind && { kind: kinds[kind] }) };
}

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const traceparent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function contextOf({ from }: SpanFacts): Context {
  if (from === undefined) return context.active();
  const [, traceId = '', spanId = '', flags = '00'] = traceparent.exec(from ?? '') ?? [];
  const remote = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(remote) ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT;
}
