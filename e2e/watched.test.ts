import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { type ReceivedSpan, readMetrics, receiveTraces, type TraceReceiver } from '@pinpaint/config/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { newsPath, newsProtocol } from '@pinpaint/rooms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';
import { checkout } from './checkout.ts';
import { type Installation, openInstallation } from './openInstallation.ts';

const { url } = await createTestDatabase();
const ports = {
  web: await freePort(),
  sync: await freePort(),
  engine: await freePort(),
  rooms: await freePort(),
};
/** Five processes start at once on what may be a busy machine. */
const slowMs = 120_000;
let receiver: TraceReceiver;
let installation: Installation;
let frameId: string;

/** Metrics of web, a room server and an engine worker, and traces of all of them. */
beforeAll(async () => {
  receiver = await receiveTraces();
  const own = { METRICS_HOST: '127.0.0.1', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
  installation = await openInstallation(url, { ...own, METRICS_PORT: String(ports.web) });
  await installation.start('sync', { PORT: String(ports.sync), METRICS_PORT: String(ports.rooms) });
  await installation.start('worker-render', { METRICS_PORT: '' });
  await installation.start('worker-engine', { METRICS_PORT: String(ports.engine) });
  const projectId = newId();
  await post('/projects', { id: projectId, name: 'Ours', policy: { start: 'by-hand' } });
  const board = await post(`/projects/${projectId}/boards`, { id: newId(), name: 'Ours' });
  const file = new Uint8Array(await readFile(join(checkout, 'fixtures/coffee.png')));
  frameId = (await post(`/boards/${board.id}/frames?id=${newId()}&name=cup`, file)).id;
  const proof = async () => (await get(`/frames/${frameId}/versions`)).items[0]?.proof;
  await until('v1 is proved', proof, slowMs);
});

afterAll(async () => {
  await installation?.stop();
  await receiver?.stop();
});

it('leads from the request for a pin through the feed to a socket of another process', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${ports.sync}${newsPath}`, [newsProtocol, installation.token]);
  await once(socket, 'open');
  socket.send('{"after":0}');
  await aPin();
  const request = await span('pinpaint-web', 'POST /api/v1/frames/:frameId/pins');
  const news = await span('pinpaint-sync', 'news', request.traceId);
  expect(news.parentSpanId).toBe(request.spanId);
  expect(news.endMs).toBeGreaterThan(request.startMs);
  socket.close();
});

it('leads from the request for an edit through preparing and running it to its candidates', async () => {
  const pinId = await aPin();
  const { id } = await post(`/pins/${pinId}/edits`, { id: newId() });
  const isProposed = async () => (await get(`/edits/${id}`)).state === 'proposed';
  await until('candidates wait', isProposed, slowMs);
  const { traceId } = await span('pinpaint-web', 'POST /api/v1/pins/:pinId/edits');
  expect((await span('pinpaint-worker', 'job edit.prepare', traceId)).attributes.editId).toBe(id);
  const run = await span('pinpaint-worker', 'run grade', traceId);
  const answer = await span('pinpaint-web', 'POST /api/v1/worker/edits/:editId/answer', traceId);
  expect(answer.parentSpanId).toBe(run.spanId);
  expect((await span('pinpaint-worker', 'job edit.publish', traceId)).parentSpanId).toBe(answer.spanId);
  const outcomes = (await scrape(ports.engine)).filter(
    ({ name }) => name === 'pinpaint_engine_outcomes_total',
  );
  expect(outcomes).toMatchObject([{ labels: { outcome: 'answer' }, value: 1 }]);
});

it('counts what web and room servers do, on a port of their own', async () => {
  const web = await scrape(ports.web);
  const pins = { route: 'POST /api/v1/frames/:frameId/pins' };
  expect(web).toContainEqual({ name: 'pinpaint_api_seconds_count', labels: pins, value: 2 });
  const rooms = await scrape(ports.rooms);
  for (const name of ['pinpaint_rooms', 'pinpaint_room_connections', 'nodejs_eventloop_lag_p99_seconds'])
    expect(rooms.map((sample) => sample.name)).toContain(name);
  expect((await fetch(`${installation.url}/metrics`)).status).toBe(404);
});

async function aPin(): Promise<string> {
  const region = { kind: 'rectangle', x: 200, y: 150, width: 100, height: 80 };
  return (await post(`/frames/${frameId}/pins`, { id: newId(), region, note: 'make the cup blue' })).id;
}

/** Spans are sent every few seconds. */
function span(service: string, name: string, traceId?: string): Promise<ReceivedSpan> {
  const isIt = (one: ReceivedSpan) =>
    one.service === service && one.name === name && (!traceId || one.traceId === traceId);
  return until(`${name} of ${service} has come`, async () => receiver.spans.find(isIt), slowMs).catch(
    (error) => {
      const came = receiver.spans.filter((one) => !traceId || one.traceId === traceId);
      throw new Error(
        `${error}; there came ${[...new Set(came.map((one) => `${one.service} ${one.name}`))]}`,
      );
    },
  );
}

async function scrape(port: number) {
  return readMetrics(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
}

async function get(path: string) {
  return (await installation.ask(`GET ${path}`)).json;
}

async function post(path: string, body: object | Uint8Array<ArrayBuffer>) {
  const { status, json } = await installation.ask(`POST ${path}`, body);
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}
