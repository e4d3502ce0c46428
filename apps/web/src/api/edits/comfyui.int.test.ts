import { join, resolve } from 'node:path';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { decodeWebPicture } from '@pinpaint/pictures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServiceStage, type ServiceStage } from '../testing/aServiceStage.ts';
import { until } from '../testing/until.ts';

const token = 'a-token-of-the-proxy-that-nobody-sees';
const checkout = resolve(import.meta.dirname, '../../../../..');
const { url } = await createTestDatabase();
let stage: ServiceStage;

beforeAll(async () => {
  const said = (address: string) => ({
    COMFYUI_URL: address,
    COMFYUI_TOKEN: token,
    COMFYUI_WORKFLOWS: join(checkout, 'packages/engines/src/comfyui/testing/aWorkflow.json'),
  });
  stage = await openServiceStage(url, { service: 'comfyui', said });
});
afterAll(() => stage?.stop());

test('a workflow’s ladybird becomes an approved version that costs nothing', async () => {
  await stage.fake.behave({ kind: 'draw' });
  const edit = await stage.anEdit();
  expect(edit).toMatchObject({ state: 'proposed', engine: 'comfyui', cost: { usd: 0 } });
  const { candidate, proof, state } = await stage.approve(edit.id);
  expect(candidate.provenance).toMatchObject({ service: 'comfyui', seed: 7 });
  expect([proof.changedOutside, proof.changedInLocks, state]).toEqual([0, 0, 'approved']);
});

test('what stops a workflow is what people read', async () => {
  await stage.fake.behave({ kind: 'error' });
  const edit = await stage.anEdit();
  expect(edit).toMatchObject({ state: 'failed', failure: { code: 'engine.request-refused' } });
  expect(edit.failure.says).toMatch(/KSampler: CUDA out of memory/);
});

test('whoever waits reads how many the server draws before', async () => {
  await stage.fake.behave({ kind: 'wait' });
  const id = newId();
  await stage.ask(`POST /pins/${await stage.aPin()}/edits`, { id });
  const look = async () => (await stage.ask(`GET /edits/${id}`)).json;
  await until('its place is known', async () => (await look()).ahead === 2);
  await stage.ask(`POST /edits/${id}/cancel`);
  expect(await look()).toMatchObject({ state: 'cancelled', ahead: null });
});

test('whoever waits sees what the server is drawing, until there is no more to be seen', async () => {
  await stage.fake.behave({ kind: 'draw', stepMs: 150, staysAtHalf: true });
  const id = newId();
  await stage.ask(`POST /pins/${await stage.aPin()}/edits`, { id });
  const look = async () => (await stage.ask(`GET /edits/${id}`)).json;
  const picture = () =>
    stage.stack.api.fetch(`GET /edits/${id}/preview.webp`, { as: stage.studio.people.artist.token });
  await until('a preview is there', async () => (await look()).preview);
  const answer = await picture();
  const { width, height } = (await look()).cropRect;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const shown = await decodeWebPicture(bytes, 512 * 512);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect((shown?.width ?? 0) / (shown?.height ?? 1)).toBeCloseTo(width / height, 1);
  expect(bytes.length).toBeLessThanOrEqual(48 * 1024);
  await stage.fake.behave({ kind: 'draw' });
  await until('it is drawn', async () => (await look()).state === 'proposed');
  expect([(await picture()).status, (await look()).preview]).toEqual([204, null]);
  expect(await stage.stack.api.ctx.db.editPreview.count()).toBe(0);
});

test('cancelled, it is given up on the server too, and the next one runs', async () => {
  await stage.fake.behave({ kind: 'hang' });
  const id = newId();
  await stage.ask(`POST /pins/${await stage.aPin()}/edits`, { id });
  await until('it is drawn', async () => (await stage.ask(`GET /edits/${id}`)).json.progress > 0);
  await stage.ask(`POST /edits/${id}/cancel`);
  await until(
    'it is interrupted',
    async () =>
      (await fetch(`${stage.fake.url}/queue`).then((answer) => answer.json())).queue_running.length === 0,
  );
  await stage.fake.behave({ kind: 'draw' });
  expect(await stage.anEdit()).toMatchObject({ state: 'proposed' });
  expect(stage.log()).not.toContain(token);
});
