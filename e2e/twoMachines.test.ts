import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { type S3Server, serveS3 } from '@pinpaint/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';
import type { Ask } from './askApi.ts';
import type { Container } from './Container.ts';
import { checkout } from './checkout.ts';
import { type Installation, openInstallation } from './openInstallation.ts';

const { url } = await createTestDatabase();
let server: S3Server;
let installation: Installation;
let here: Ask;
let there: Ask;
let otherUrl: string;
let renderer: Container;
let boardId: string;

/** Two of web, and one renderer after the other, each with a disk of its own. */
beforeAll(async () => {
  server = await serveS3();
  installation = await openInstallation(url, server.env);
  here = installation.ask;
  ({ url: otherUrl, ask: there } = await installation.startWeb());
  renderer = await installation.start('worker-render');
  await installation.start('worker-engine');
});

afterAll(async () => {
  await installation?.stop();
  await server?.stop();
});

it('goes from a note to an approved version though no machine sees another’s disk, and one is replaced on the way', async () => {
  const projectId = newId();
  await post(here, '/projects', { id: projectId, name: 'Ours', policy: { start: 'by-hand' } });
  ({ id: boardId } = await post(there, `/projects/${projectId}/boards`, { id: newId(), name: 'Ours' }));
  const { image, note, region } = await theCase('saucer-blue');
  const file = new Uint8Array(await readFile(join(checkout, 'fixtures', image)));
  const frame = await post(here, `/boards/${boardId}/frames?id=${newId()}&name=cup`, file);
  await until('v1 is proved', async () => (await get(there, `/frames/${frame.id}/versions`)).items[0]?.proof);

  const lasso = { kind: 'lasso', points: region };
  const pin = await post(there, `/frames/${frame.id}/pins`, { id: newId(), region: lasso, note });
  const edit = await post(here, `/pins/${pin.id}/edits`, { id: newId() });
  await until('candidates wait', async () => (await get(there, `/edits/${edit.id}`)).state === 'proposed');
  await renderer.stop();
  renderer = await installation.start('worker-render');

  const [candidate] = (await get(here, `/edits/${edit.id}/candidates`)).items;
  const { versionId } = await post(there, `/candidates/${candidate.id}/accept`);
  const { digest } = await post(here, `/versions/${versionId}/submit`);
  const { proof } = await until('it is proved', async () => {
    const version = await get(there, `/versions/${versionId}`);
    return version.proof && version;
  });
  expect(proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  await post(there, `/versions/${versionId}/decision`, { kind: 'approve', digest });
  const made = await post(here, `/versions/${versionId}/renditions`, { format: 'png' });
  const exported = await until('it is exported', async () => {
    const rendition = await get(there, `/renditions/${made.id}`);
    return rendition.state === 'ready' && rendition;
  });
  const [one, other] = await Promise.all([installation.url, otherUrl].map((web) => fileOf(web, exported.id)));
  expect(one?.byteLength).toBeGreaterThan(10_000);
  expect(one?.equals(other ?? Buffer.of())).toBe(true);
});

it('leaves on no machine what another would miss', async () => {
  const machines = await readdir(installation.dataDir);
  expect(machines.length).toBeGreaterThan(1);
  for (const machine of machines) {
    const kept = await readdir(join(installation.dataDir, machine));
    expect(kept.filter((name) => name !== 'tmp')).toEqual([]);
  }
});

it('is not ready while the bucket is away, says so by a code, and is ready when it is back', async () => {
  const parts = async () => {
    const answer = await fetch(`${installation.url}/readyz`);
    return ((await answer.json()) as { parts: { name: string; ready: boolean }[] }).parts;
  };
  const blobs = async () => (await parts()).find(({ name }) => name === 'Blobs')?.ready;
  await server.away();
  expect(await blobs()).toBe(false);
  const path = join(checkout, 'fixtures/coffee.png');
  const refused = await here(
    `POST /boards/${boardId}/frames?id=${newId()}&name=late`,
    new Uint8Array(await readFile(path)),
  );
  expect(refused).toMatchObject({ status: 503, json: { code: 'server.blobs-away' } });
  await server.back();
  await until('blobs can be stored again', async () => await blobs());
});

async function theCase(wanted: string) {
  const { cases } = JSON.parse(await readFile(join(checkout, 'fixtures/cases.json'), 'utf8'));
  return cases.find(({ id }: { id: string }) => id === wanted);
}

async function get(ask: Ask, path: string) {
  const { status, json } = await ask(`GET ${path}`);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}

async function post(ask: Ask, path: string, body: object | Uint8Array<ArrayBuffer> = {}) {
  const { status, json } = await ask(`POST ${path}`, body);
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}

async function fileOf(web: string, renditionId: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${installation.token}` };
  const answer = await fetch(`${web}/api/v1/renditions/${renditionId}/file`, { headers });
  return Buffer.from(await answer.arrayBuffer());
}
