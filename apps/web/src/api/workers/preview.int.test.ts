import { makeOperatorToken, takeBackLeases } from '@pinpaint/actions';
import { createTestDatabase } from '@pinpaint/db/testing';
import type { EditId } from '@pinpaint/domain';
import { makePicture } from '@pinpaint/imaging';
import { decodeWebPicture, encodePatch } from '@pinpaint/pictures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorker, honestAnswer, type TestLease, type TestWorker } from '../testing/aWorker.ts';
import {
  aPhotograph,
  aQueuedEdit,
  type EditPlace,
  type EditStack,
  openEditStack,
} from '../testing/openEditStack.ts';
import type { TestApi } from '../testing/openTestApi.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let api: TestApi;
let place: EditPlace;
let worker: TestWorker;

beforeAll(async () => {
  stack = await openEditStack(url);
  api = stack.api;
  place = await aPhotograph(api);
  worker = aWorker(api, (await makeOperatorToken(api.ctx, { name: 'test' })).secret);
  await worker.announce();
});
afterAll(() => stack?.stop());

const red = await aPicture([200, 30, 20]);
const blue = await aPicture([20, 30, 200]);

async function aPicture(colour: readonly [number, number, number]): Promise<Uint8Array<ArrayBuffer>> {
  const picture = makePicture({ width: 300, height: 200, channels: 3, depth: 8 });
  for (let at = 0; at < picture.data.length; at += 3) picture.data.set(colour, at);
  return new Uint8Array(await encodePatch(picture));
}

async function running(variants = 1): Promise<TestLease> {
  const { editId } = await aQueuedEdit(api, place, { variants });
  const lease = await worker.take();
  expect(lease.editId).toBe(editId);
  return lease;
}

const artist = () => place.people.artist.token;
const look = (editId: EditId, as = artist()) => api.fetch(`GET /edits/${editId}/preview.webp`, { as });
const edit = async (editId: EditId) => (await api.ask(`GET /edits/${editId}`, { as: artist() })).json;
const cancel = ({ editId }: TestLease) => api.ask(`POST /edits/${editId}/cancel`, { as: artist() });
const kept = () => api.ctx.db.editPreview.count();

async function reddish(answer: Response): Promise<boolean> {
  const shown = await decodeWebPicture(new Uint8Array(await answer.arrayBuffer()), 1e6);
  expect(shown).toMatchObject({ width: 300, height: 200 });
  return (shown?.data[0] ?? 0) > (shown?.data[2] ?? 0);
}

const lastCame = ({ editId }: TestLease, msAgo: number) =>
  api.ctx.db.edit.update({ where: { id: editId }, data: { previewAt: new Date(Date.now() - msAgo) } });
/** As when its last one was a while ago. */
const letTimePass = (lease: TestLease) => lastCame(lease, 1_000);
/** As when its last one came this very moment, however long the next one takes to get here. */
const letTimeStand = (lease: TestLease) => lastCame(lease, -60_000);

test('of a run the newest is shown, encoded anew, and no event tells of it', async () => {
  const lease = await running(2);
  expect((await look(lease.editId)).status).toBe(204);
  expect((await edit(lease.editId)).preview).toBeNull();
  const told = () => api.ctx.db.ledgerEvent.count({ where: { subjectId: lease.editId } });
  const before = await told();
  expect((await worker.preview(lease, red)).status).toBe(204);
  const answer = await look(lease.editId);
  const { headers } = answer;
  expect([answer.status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'no-store',
  ]);
  expect(await reddish(answer)).toBe(true);
  const first = (await edit(lease.editId)).preview;
  await letTimePass(lease);
  await worker.preview(lease, blue, 1);
  expect(await reddish(await look(lease.editId))).toBe(false);
  const second = (await edit(lease.editId)).preview;
  expect([first.variant, second.variant, await kept()]).toEqual([0, 1, 1]);
  expect(second.at).not.toBe(first.at);
  expect(await told()).toBe(before);
  await cancel(lease);
});

test('one that comes too soon, is no picture, or of no variant that runs is left out', async () => {
  const lease = await running();
  await worker.preview(lease, red);
  await letTimeStand(lease);
  expect((await worker.preview(lease, blue)).status).toBe(204);
  expect(await reddish(await look(lease.editId))).toBe(true);
  await letTimePass(lease);
  expect((await worker.preview(lease, new TextEncoder().encode('<html>'))).status).toBe(204);
  expect((await worker.preview(lease, blue, 1)).status).toBe(204);
  expect(await reddish(await look(lease.editId))).toBe(true);
  await cancel(lease);
});

test('one that is too long is not read', async () => {
  const lease = await running();
  const answer = await worker.preview(lease, new Uint8Array(48 * 1024 + 1));
  expect([answer.status, answer.json.code]).toEqual([413, 'answer.too-large']);
  await cancel(lease);
});

test.each<[string, (lease: TestLease) => Promise<unknown>]>([
  ['answered', async (lease) => worker.answer(lease, honestAnswer(await worker.planes(lease)))],
  [
    'failed',
    (lease) =>
      worker.say(`edits/${lease.editId}/failure`, { epoch: lease.epoch, code: 'engine.no', says: '' }),
  ],
  ['cancelled', cancel],
  ['given back', (lease) => worker.say(`edits/${lease.editId}/release`, { epoch: lease.epoch })],
  [
    'lost',
    async ({ editId }) => {
      await api.ctx.db.edit.update({ where: { id: editId }, data: { leaseUntil: new Date(Date.now() - 1) } });
      await takeBackLeases(api.ctx, { studioId: place.studioId });
    },
  ],
])('once the run is %s nothing is kept, and what comes late neither', async (_, end) => {
  const lease = await running();
  await worker.preview(lease, red);
  expect(await kept()).toBe(1);
  await end(lease);
  expect([await kept(), (await look(lease.editId)).status]).toEqual([0, 204]);
  expect((await edit(lease.editId)).preview).toBeNull();
  expect((await worker.preview(lease, red)).json.code).toBe('lease.lost');
  expect(await kept()).toBe(0);
  await cancel(lease);
});

test('a client, and another studio, see none', async () => {
  const lease = await running();
  await worker.preview(lease, red);
  const other = await aPhotograph(api);
  for (const token of [place.people.client.token, other.people.owner.token])
    expect([403, 404]).toContain((await look(lease.editId, token)).status);
  await cancel(lease);
});
