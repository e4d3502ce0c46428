import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';
import type { Answer } from './askApi.ts';
import type { Container } from './Container.ts';
import { checkout } from './checkout.ts';
import { holdUp } from './holdUp.ts';
import { type Installation, openInstallation } from './openInstallation.ts';

const { url } = await createTestDatabase();
/** A note becomes a proposal within a minute, also where somebody dies on the way; on a busy machine within some. */
const recoveryMs = 180_000;
let installation: Installation;
let renderer: Container;
let engine: Container;
let boardId: string;

beforeAll(async () => {
  installation = await openInstallation(url);
  renderer = await installation.start('worker-render');
  engine = await installation.start('worker-engine');
  const projectId = newId();
  await post('/projects', { id: projectId, name: 'Ours', policy: { start: 'by-hand' } });
  ({ id: boardId } = await post(`/projects/${projectId}/boards`, { id: newId(), name: 'Ours' }));
});

afterAll(() => installation?.stop());

it('an engine worker killed in mid-edit ends in one layer, and nothing comes late under its lease', async () => {
  const editId = await start(await aPin('patch-off'));
  const edit = () => get(`/edits/${editId}`);
  await until('the edit is under way', async () => (await edit()).progress > 0);
  const [{ id: workerId }] = (await get('/workers')).items;
  await engine.kill();
  expect(await edit()).toMatchObject({ state: 'running', attempts: 1, timings: { answeredAt: null } });

  engine = await installation.start('worker-engine');
  await until('another worker has it', async () => (await edit()).attempts === 2, recoveryMs);
  const lost = { status: 409, json: { code: 'lease.lost' } };
  expect(await lateAnswer(editId, workerId)).toMatchObject(lost);
  await endsInOneLayer(editId);
  expect(await lateAnswer(editId, workerId)).toMatchObject(lost);
  expect(await edit()).toMatchObject({ state: 'accepted', attempts: 2 });
});

const steps = [
  { does: 'prepares', writesInto: 'blob' },
  { does: 'publishes', writesInto: 'candidate' },
];

it.each(steps)('a renderer killed while it $does an edit ends in one layer', async ({ writesInto }) => {
  const pinId = await aPin('face-warmer');
  const writers = await holdUp(url, writesInto);
  const editId = await start(pinId);
  await writers.wait();
  await renderer.kill();
  await writers.letGo();
  renderer = await installation.start('worker-render');
  await endsInOneLayer(editId);
  // The engine's work was not lost, nor paid for twice.
  expect(await get(`/edits/${editId}`)).toMatchObject({ state: 'accepted', attempts: 1 });
});

/** With a client's note on a photograph, as fixtures/cases.json has it. */
async function aPin(caseId: string): Promise<string> {
  const { cases } = JSON.parse(await readFile(join(checkout, 'fixtures/cases.json'), 'utf8'));
  const { image, note, region } = cases.find(({ id }: { id: string }) => id === caseId);
  const file = new Uint8Array(await readFile(join(checkout, 'fixtures', image)));
  const frame = await post(`/boards/${boardId}/frames?id=${newId()}&name=${caseId}`, file);
  // Its own proof is the last that a renderer has to do with it.
  await until('v1 is proved', async () => (await get(`/frames/${frame.id}/versions`)).items[0]?.proof);
  const lasso = { kind: 'lasso', points: region };
  return (await post(`/frames/${frame.id}/pins`, { id: newId(), region: lasso, note })).id;
}

/** The edit that a pin asks for, queued. */
async function start(pinId: string): Promise<string> {
  return (await post(`/pins/${pinId}/edits`, { id: newId() })).id;
}

/** Its candidate is accepted three times, twice of them at once, and the version proved. */
async function endsInOneLayer(editId: string): Promise<void> {
  const isProposed = async () => (await get(`/edits/${editId}`)).state === 'proposed';
  await until('candidates wait', isProposed, recoveryMs);
  const { items: candidates } = await get(`/edits/${editId}/candidates`);
  expect(candidates).toHaveLength(1);
  const accept = () => installation.ask(`POST /candidates/${candidates[0].id}/accept`, {});
  const answers = [...(await Promise.all([accept(), accept()])), await accept()];
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const { versionId, layerId } = answers.find(({ status }) => status === 201)?.json ?? {};
  const { layers, frameId } = await post(`/versions/${versionId}/submit`);
  expect(layers).toMatchObject([{ id: layerId }]);
  expect((await get(`/frames/${frameId}/versions`)).items).toHaveLength(2);
  const { proof } = await until('it is proved', async () => {
    const version = await get(`/versions/${versionId}`);
    return version.proof && version;
  });
  expect(proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  expect(proof.changedInside).toBeGreaterThan(0);
}

/** As of the first worker, had it only been slow. */
function lateAnswer(editId: string, workerId: string): Promise<Answer> {
  const { askAsWorker } = installation;
  const parcel = new Uint8Array(1000);
  return askAsWorker(`POST /worker/edits/${editId}/answer?workerId=${workerId}&epoch=1&engineMs=1`, parcel);
}

async function get(path: string) {
  return succeeded(`GET ${path}`, await installation.ask(`GET ${path}`));
}

async function post(path: string, body: object = {}) {
  return succeeded(`POST ${path}`, await installation.ask(`POST ${path}`, body));
}

function succeeded(what: string, { status, json }: Answer) {
  if (status >= 400) throw new Error(`${what} was answered ${status} ${JSON.stringify(json)}`);
  return json;
}
