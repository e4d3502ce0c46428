import { aLayer } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type VersionId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { layerFiles } from '../testing/layerFiles.ts';
import { layerRect, openPictureStudio } from '../testing/openPictureStudio.ts';

const place = await openPictureStudio((await createTestDatabase()).url);
const { api, as, studio, board } = place;
afterAll(() => place.stop());

const ownRect = { x: 30, y: 20, width: 12, height: 12 };

/** A frame derived from a version with one layer. */
async function aDerived() {
  const base = await place.aVersion();
  const frameId = newId<FrameId>();
  const json = { id: frameId, name: 'the other hand' };
  const derived = await api.ask(`POST /versions/${base.versionId}/derive`, { as, json });
  expect(derived.status).toBe(201);
  const { items } = (await api.ask(`GET /frames/${frameId}/versions`, { as })).json;
  const v1 = await place.proved(items[0].id as VersionId);
  return { base, frameId, frame: derived.json, v1 };
}

async function derivation(frameId: FrameId) {
  return (await api.ask(`GET /frames/${frameId}/derivation`, { as })).json;
}

it('begins as its base: the same master, the same layers, the same pixels', async () => {
  const { base, frameId, frame, v1 } = await aDerived();
  const from = (await api.ask(`GET /frames/${base.frameId}`, { as })).json;
  expect(frame).toMatchObject({ state: 'ready', name: 'the other hand', master: from.master });
  expect(v1).toMatchObject({ number: 1, state: 'in_review', digest: base.digest });
  expect(v1.layers.map(({ id }: { id: string }) => id)).toEqual([base.layerId]);
  expect(v1.proof.resultDigest).toBe(base.proof.resultDigest);
  const { status, json } = await api.ask(`GET /versions/${v1.id}/verify`, { as });
  expect([status, json.holds]).toEqual([200, true]);
  expect(await derivation(frameId)).toEqual({
    base: { frameId: base.frameId, versionId: base.versionId, versionNumber: 2 },
    versionId: v1.id,
    versionNumber: 1,
    sameMaster: true,
    changedInside: 0,
    changedOutside: 0,
  });
});

it('differs under its own layers and nowhere else, and says so when it does elsewhere', async () => {
  const { base, frameId } = await aDerived();
  const files = await layerFiles(ownRect, { seed: 3 });
  const own = await aLayer(api.ctx, studio, { frameId, rect: ownRect, files });
  await place.submit(own.versionId);
  const proved = await derivation(frameId);
  expect(proved.changedOutside).toBe(0);
  expect(proved.changedInside).toBeGreaterThan(100);
  const { json: draft } = await api.ask(`POST /frames/${frameId}/draft`, { as });
  const hide = { as, json: { visible: false } };
  await api.ask(`PATCH /versions/${draft.id}/layers/${base.layerId}`, hide);
  await place.submit(draft.id);
  const { width, height } = layerRect;
  expect(await derivation(frameId)).toMatchObject({ changedOutside: (width - 1) * height });
});

it('joins the series of its base, and makes one where there is none', async () => {
  const { base, frameId } = await aDerived();
  const second = newId<FrameId>();
  await api.ask(`POST /versions/${base.versionId}/derive`, { as, json: { id: second } });
  const { items } = (await api.ask(`GET /projects/${board.projectId}/series?limit=200`, { as })).json;
  const frames = items.map((one: { frames: { frameId: string }[] }) => one.frames.map((f) => f.frameId));
  expect(frames).toContainEqual([base.frameId, frameId, second]);
});

it('is made once, however often it is asked for, and never of what nobody has shown', async () => {
  const { base, frameId } = await aDerived();
  const again = await api.ask(`POST /versions/${base.versionId}/derive`, { as, json: { id: frameId } });
  expect([again.status, again.json.id]).toEqual([201, frameId]);
  const { json: draft } = await api.ask(`POST /frames/${frameId}/draft`, { as });
  const early = await api.ask(`POST /versions/${draft.id}/derive`, { as, json: { id: newId() } });
  expect([early.status, early.json.code]).toEqual([409, 'version.not-shown']);
  const uploaded = await api.ask(`GET /frames/${base.frameId}/derivation`, { as });
  expect([uploaded.status, uploaded.json.code]).toEqual([404, 'frame.not-derived']);
});

it('leaves the notes of its base alone, whatever is decided about it', async () => {
  const base = await place.aVersion();
  const pinId = newId();
  const region = { kind: 'rectangle', ...layerRect };
  await api.ask(`POST /frames/${base.frameId}/pins`, { as, json: { id: pinId, region, note: 'warmer' } });
  await api.ctx.db.edit.updateMany({ where: { frameId: base.frameId }, data: { pinId } });
  await api.ctx.db.pin.update({ where: { id: pinId }, data: { state: 'proposed' } });
  const frameId = newId<FrameId>();
  await api.ask(`POST /versions/${base.versionId}/derive`, { as, json: { id: frameId } });
  const { items } = (await api.ask(`GET /frames/${frameId}/versions`, { as })).json;
  const { digest } = await place.proved(items[0].id);
  await place.approve({ versionId: items[0].id, digest });
  expect((await api.ask(`GET /pins/${pinId}`, { as })).json.state).toBe('proposed');
});
