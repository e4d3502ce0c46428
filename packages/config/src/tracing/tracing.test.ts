import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../createLog.ts';
import { receiveTraces, type TraceReceiver } from '../testing/receiveTraces.ts';
import { startTracing, type Tracing } from './startTracing.ts';
import { traced, traceparentNow, traceSince } from './traced.ts';

const lines: string[] = [];
const log = createLog({ logLevel: 'info', name: 'test' }, { write: (line) => void lines.push(line) });
let receiver: TraceReceiver;
let tracing: Tracing;
beforeAll(async () => {
  receiver = await receiveTraces();
});
afterAll(() => receiver.stop());

it('makes nothing and sends nothing without an endpoint', async () => {
  const nothing = await startTracing({ config: { traces: null }, service: 'test', log });
  expect(await traced('work', {}, async () => traceparentNow())).toBeNull();
  await nothing.stop();
});

it('sends spans, the inner ones below the outer, and what came later below what brought it about', async () => {
  tracing = await startTracing({ config: { traces: { to: receiver.url, share: 1 } }, service: 'test', log });
  const kept = await traced('POST /pins', { kind: 'server', attributes: { pin: 'p1' } }, () =>
    traced('write', {}, async () => {
      log.info('in the midst of it');
      return traceparentNow();
    }),
  );
  // As libraries do, which put whole addresses into their spans.
  trace.getTracer('next.js').startSpan('GET /r/a-token').end();
  const since = new Date(Date.now() - 40);
  traceSince('news', since, { from: kept });
  await expect(traced('job', { from: 'nonsense' }, () => Promise.reject(new Error('so')))).rejects.toThrow(
    'so',
  );
  await tracing.stop();

  expect(receiver.spans).toHaveLength(4);
  const [write, request, news, job] = receiver.spans;
  expect([request, write, news, job]).toMatchObject([
    { name: 'POST /pins', service: 'test', parentSpanId: '', attributes: { pin: 'p1' } },
    { name: 'write', traceId: request?.traceId, parentSpanId: request?.spanId },
    { name: 'news', traceId: request?.traceId, parentSpanId: write?.spanId },
    { name: 'job', parentSpanId: '' },
  ]);
  expect(kept).toBe(`00-${write?.traceId}-${write?.spanId}-01`);
  expect(news?.endMs).toBeGreaterThanOrEqual((news?.startMs ?? 0) + 40);
  expect(job?.traceId).not.toBe(request?.traceId);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    msg: 'in the midst of it',
    traceId: write?.traceId,
  });
});
