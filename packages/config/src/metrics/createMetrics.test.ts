import { afterAll, expect, it } from 'vitest';
import { readMetrics } from '../testing/readMetrics.ts';
import { createMetrics } from './createMetrics.ts';
import { serveMetrics } from './serveMetrics.ts';

const metrics = createMetrics();
const served = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
afterAll(() => served.stop());

const scrape = async () => {
  const answer = await fetch(`http://127.0.0.1:${served.port}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return readMetrics(await answer.text());
};
const named = async (name: string) => (await scrape()).filter((sample) => sample.name === name);

it('reads numbers when somebody asks, and not before', async () => {
  let asked = 0;
  metrics.gauge({ name: 'pinpaint_here', help: 'Who is here' }, async () => {
    asked += 1;
    return 3;
  });
  expect(asked).toBe(0);
  expect(await named('pinpaint_here')).toEqual([{ name: 'pinpaint_here', labels: {}, value: 3 }]);
  expect(asked).toBe(1);
});

it('counts by label, and from the start each time', async () => {
  const closes = new Map([['slowReader', 2]]);
  metrics.counter({ name: 'pinpaint_closes_total', help: 'Closes', label: 'reason' }, () => closes);
  await scrape();
  closes.set('slow "reader"\n', 1);
  expect(await named('pinpaint_closes_total')).toEqual([
    { name: 'pinpaint_closes_total', labels: { reason: 'slowReader' }, value: 2 },
    { name: 'pinpaint_closes_total', labels: { reason: 'slow "reader"\n' }, value: 1 },
  ]);
});

it('counts what it is told of', async () => {
  const tell = metrics.count({ name: 'pinpaint_ends_total', help: 'Ends', label: 'outcome' });
  for (const outcome of ['answer', 'engine.refused', 'answer']) tell(outcome);
  expect(await named('pinpaint_ends_total')).toEqual([
    { name: 'pinpaint_ends_total', labels: { outcome: 'answer' }, value: 2 },
    { name: 'pinpaint_ends_total', labels: { outcome: 'engine.refused' }, value: 1 },
  ]);
});

it('sorts what has taken time into buckets', async () => {
  const tell = metrics.seconds({ name: 'pinpaint_work_seconds', help: 'Work', label: 'job' }, [0.1, 1]);
  for (const seconds of [0.05, 0.5, 5]) tell(seconds, 'render');
  const buckets = await named('pinpaint_work_seconds_bucket');
  expect(buckets.map(({ labels, value }) => [labels.job, labels.le, value])).toEqual([
    ['render', '0.1', 1],
    ['render', '1', 2],
    ['render', '+Inf', 3],
  ]);
  expect(await named('pinpaint_work_seconds_sum')).toMatchObject([{ value: 5.55 }]);
});

it('tells of the event loop, and has no other page', async () => {
  expect((await named('nodejs_eventloop_lag_p99_seconds')).length).toBe(1);
  expect((await fetch(`http://127.0.0.1:${served.port}/`)).status).toBe(404);
});
