import { createTestDatabase } from '@pinpaint/db/testing';
import { type LockId, newId, type Region, type VersionId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { findLayer } from '../layers/findLayer.ts';
import { setLayer } from '../layers/setLayer.ts';
import { removeLock } from '../locks/removeLock.ts';
import { setLock } from '../locks/setLock.ts';
import {
  aBoard,
  aGuest,
  aLayer,
  aLink,
  aMask,
  aProject,
  aReadyFrame,
  aStudio,
  openTestCtx,
  valueFrom,
} from '../testing/index.ts';
import { readEvidence } from './evidenceOf.ts';
import { startDraft } from './startDraft.ts';
import { submitVersion } from './submitVersion.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const { artist } = studio.people;
const project = await aProject(ctx, studio);
const board = await aBoard(ctx, studio, { projectId: project.id });
const rect = { x: 10, y: 10, width: 20, height: 20 };
const region: Region = { kind: 'rectangle', ...rect };

const aFrame = () => aReadyFrame(ctx, studio, { boardId: board.id });
const lockIt = async (frameId: Awaited<ReturnType<typeof aFrame>>['frameId'], at = ctx) =>
  valueFrom(await setLock(at, artist.actor, { id: newId<LockId>(), frameId, name: 'logo', region }));
const submit = (versionId: VersionId) => submitVersion(ctx, artist.actor, { versionId });

describe('a lock', () => {
  it('set after a layer speaks of the layers made since, and of no older one', async () => {
    const { frameId } = await aFrame();
    const old = await aLayer(ctx, studio, { frameId, rect });
    await lockIt(frameId);
    await aLayer(ctx, studio, { frameId, rect });
    valueFrom(await submit(old.versionId));
    const { planes } = valueFrom(await readEvidence(ctx, artist.actor, old));
    expect(planes.locks).toEqual([{ region, layers: [1] }]);
  });

  it('keeps its place in that order when the clocks of two machines disagree', async () => {
    const { frameId } = await aFrame();
    const late = { ...ctx, now: () => new Date(Date.now() + 3_600_000) };
    const early = { ...ctx, now: () => new Date(Date.now() - 3_600_000) };
    const old = await aLayer(late, studio, { frameId, rect });
    await lockIt(frameId, early);
    await aLayer(early, studio, { frameId, rect });
    valueFrom(await submit(old.versionId));
    const { planes } = valueFrom(await readEvidence(ctx, artist.actor, old));
    expect(planes.locks).toEqual([{ region, layers: [1] }]);
  });

  it('that was gone at submission, or came after it, says nothing of the version', async () => {
    const { frameId } = await aFrame();
    const gone = await lockIt(frameId);
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    valueFrom(await removeLock(ctx, artist.actor, { lockId: gone.id }));
    valueFrom(await submit(versionId));
    await lockIt(frameId);
    expect(valueFrom(await readEvidence(ctx, artist.actor, { versionId })).planes.locks).toEqual([]);
  });

  it('that is removed after the submission still counts in its proof', async () => {
    const { frameId } = await aFrame();
    const lock = await lockIt(frameId);
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    valueFrom(await submit(versionId));
    const before = valueFrom(await readEvidence(ctx, artist.actor, { versionId }));
    valueFrom(await removeLock(ctx, artist.actor, { lockId: lock.id }));
    expect(valueFrom(await readEvidence(ctx, artist.actor, { versionId })).planes).toEqual(before.planes);
    expect(before.planes.locks).toEqual([{ region, layers: [0] }]);
  });

  it('sent again is the same one, and another thing under its id is refused', async () => {
    const { frameId } = await aFrame();
    const wish = { id: newId<LockId>(), frameId, name: ' logo\n', region };
    const lock = valueFrom(await setLock(ctx, artist.actor, wish));
    expect(lock.name).toBe('logo');
    expect(await setLock(ctx, artist.actor, wish)).toEqual({ ok: true, value: lock });
    const other = { ...wish, region: { ...region, x: 11 } };
    expect(await setLock(ctx, artist.actor, other)).toMatchObject({ error: { code: 'lock.id-taken' } });
    valueFrom(await removeLock(ctx, artist.actor, { lockId: wish.id }));
    expect(await setLock(ctx, artist.actor, wish)).toMatchObject({ error: { code: 'lock.id-taken' } });
  });

  it('can’t be drawn by a mask that only another studio has', async () => {
    const mask = await aMask(ctx, await aStudio(ctx), rect);
    const { frameId } = await aFrame();
    const wish = {
      id: newId<LockId>(),
      frameId,
      name: 'logo',
      region: { kind: 'raster', rect, mask },
    } as const;
    expect(await setLock(ctx, artist.actor, wish)).toMatchObject({ error: { code: 'mask.not-found' } });
    await aMask(ctx, studio, rect);
    expect((await setLock(ctx, artist.actor, wish)).ok).toBe(true);
  });

  it.each([
    [{ kind: 'point', x: 5, y: 5 }, 'region.empty'],
    [{ kind: 'none' }, 'region.empty'],
    [{ kind: 'rectangle', x: 9_000, y: 0, width: 5, height: 5 }, 'region.outside'],
    [{ kind: 'rectangle', x: 0, y: 0, width: Number.NaN, height: 5 }, 'region.not-finite'],
  ] as const)('of %j is refused as %s', async (wrong, code) => {
    const { frameId } = await aFrame();
    const wish = { id: newId<LockId>(), frameId, name: 'logo', region: wrong };
    expect(await setLock(ctx, artist.actor, wish)).toMatchObject({ error: { code } });
    expect(await ctx.db.lock.count({ where: { frameId } })).toBe(0);
  });
});

describe('evidence', () => {
  it('permits what the edits of visible layers were permitted, and no more', async () => {
    const { frameId } = await aFrame();
    const hidden = await aLayer(ctx, studio, { frameId, rect });
    const shown = await aLayer(ctx, studio, { frameId, rect: { ...rect, x: 40 } });
    const { versionId, layerId } = hidden;
    valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId, visible: false }));
    valueFrom(await submit(versionId));
    const { planes, content } = valueFrom(await readEvidence(ctx, artist.actor, { versionId }));
    expect(content.layers).toHaveLength(2);
    expect(planes.permitted.map((plane) => plane.rect)).toEqual([{ ...rect, x: 40 }]);
    const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: project.id }));
    expect(await findLayer(ctx, guest.actor, { versionId, layerId })).toMatchObject({
      error: { code: 'layer.not-found' },
    });
    expect((await findLayer(ctx, guest.actor, shown)).ok).toBe(true);
    expect((await findLayer(ctx, artist.actor, hidden)).ok).toBe(true);
  });

  it('does not exist of a draft', async () => {
    const { frameId } = await aFrame();
    const draft = valueFrom(await startDraft(ctx, artist.actor, { frameId }));
    expect(await readEvidence(ctx, artist.actor, { versionId: draft.id })).toMatchObject({
      error: { code: 'version.not-submitted' },
    });
  });
});
