import { createTestDatabase } from '@pinpaint/db/testing';
import type { FrameId, LayerId, PixelRect, VersionId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { acceptCandidate } from '../candidates/acceptCandidate.ts';
import {
  aBoard,
  aCandidate,
  aLayer,
  aReadyFrame,
  aStudio,
  openTestCtx,
  valueFrom,
} from '../testing/index.ts';
import { startDraft } from '../versions/startDraft.ts';
import { submitVersion } from '../versions/submitVersion.ts';
import { removeLayer } from './removeLayer.ts';
import { reorderLayers } from './reorderLayers.ts';
import { setLayer } from './setLayer.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const { artist } = studio.people;
const board = await aBoard(ctx, studio);

const here: PixelRect = { x: 10, y: 10, width: 40, height: 40 };
const over: PixelRect = { x: 30, y: 30, width: 40, height: 40 };
const apart: PixelRect = { x: 300, y: 300, width: 40, height: 40 };

/** A draft with three layers: one, one over it, and one beside both. */
async function aDraft() {
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
  const below = await aLayer(ctx, studio, { frameId, rect: here });
  const above = await aLayer(ctx, studio, { frameId, rect: over });
  const beside = await aLayer(ctx, studio, { frameId, rect: apart });
  return {
    frameId,
    versionId: below.versionId,
    below: below.layerId,
    above: above.layerId,
    beside: beside.layerId,
  };
}

async function marked(versionId: VersionId): Promise<LayerId[]> {
  const rows = await ctx.db.versionLayer.findMany({ where: { versionId, baseMoved: true } });
  return rows.map(({ layerId }) => layerId as LayerId).sort();
}

async function accept(frameId: FrameId, rect: PixelRect) {
  const { candidateId } = await aCandidate(ctx, studio, { frameId, rect });
  return valueFrom(await acceptCandidate(ctx, artist.actor, { candidateId, placeAnyway: false }));
}

describe('an extend', () => {
  const size = { width: 64, height: 48 };
  const frame: PixelRect = { x: 0, y: 0, ...size };
  const wider: PixelRect = { ...frame, x: -20, width: 84 };
  const wide: PixelRect = { x: -20, y: 0, width: 24, height: 48 };
  const taller: PixelRect = { ...wider, y: -10, height: 58 };
  const tall: PixelRect = { x: -20, y: -10, width: 84, height: 12 };
  const boundsOf = async (versionId: VersionId) =>
    (await ctx.db.version.findUniqueOrThrow({ where: { id: versionId } })).bounds;

  async function extended() {
    const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id, ...size });
    return { frameId, ...(await aLayer(ctx, studio, { frameId, rect: wide, extendTo: wider })) };
  }

  it('takes its bounds along when it is hidden or removed, and brings them back', async () => {
    const { versionId, layerId } = await extended();
    const show = (visible: boolean) => setLayer(ctx, artist.actor, { versionId, layerId, visible });
    expect(await boundsOf(versionId)).toEqual(wider);
    expect(valueFrom(await show(false)).bounds).toEqual(frame);
    expect(valueFrom(await show(true)).bounds).toEqual(wider);
    expect(valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId })).bounds).toEqual(frame);
  });

  it('can’t be taken from under one that was made over it', async () => {
    const { frameId, versionId, layerId } = await extended();
    const upper = await aLayer(ctx, studio, { frameId, rect: tall, extendTo: taller });
    const refused = { error: { code: 'layer.extend-missing', facts: { missing: layerId } } };
    expect(await removeLayer(ctx, artist.actor, { versionId, layerId })).toMatchObject(refused);
    expect(await setLayer(ctx, artist.actor, { versionId, layerId, opacity: 0 })).toMatchObject(refused);
    expect(await boundsOf(versionId)).toEqual(taller);
    valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId: upper.layerId }));
    expect(valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId })).bounds).toEqual(frame);
  });

  it('made over one that is gone by now is not accepted, not even in spite of that', async () => {
    const { frameId, versionId, layerId } = await extended();
    const { candidateId } = await aCandidate(ctx, studio, { frameId, rect: tall, extendTo: taller });
    valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId }));
    const accepted = await acceptCandidate(ctx, artist.actor, { candidateId, placeAnyway: true });
    expect(accepted).toMatchObject({ error: { code: 'layer.extend-missing' } });
  });

  it('is not accepted where it makes more pixels of the picture than one may have with another', async () => {
    const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id, ...size });
    const row: PixelRect = { ...frame, width: 100_000 };
    const column: PixelRect = { ...frame, height: 100_000 };
    const { candidateId } = await aCandidate(ctx, studio, { frameId, rect: tall, extendTo: column });
    const { versionId } = await aLayer(ctx, studio, { frameId, rect: wide, extendTo: row });
    const accepted = await acceptCandidate(ctx, artist.actor, { candidateId, placeAnyway: true });
    expect(accepted).toMatchObject({ error: { code: 'edit.too-large' } });
    expect(await boundsOf(versionId)).toEqual(row);
  });

  it('leaves no bounds behind for an edit that was made within them', async () => {
    const { frameId, versionId, layerId } = await extended();
    const { candidateId } = await aCandidate(ctx, studio, { frameId, rect: here });
    valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId }));
    valueFrom(await acceptCandidate(ctx, artist.actor, { candidateId, placeAnyway: true }));
    expect(await boundsOf(versionId)).toEqual(frame);
  });
});

describe('a layer', () => {
  it('accepted over what it was made over is not marked, nor by any later change that leaves its ground', async () => {
    const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
    const first = await accept(frameId, here);
    const second = await accept(frameId, over);
    expect([first.baseMoved, second.baseMoved]).toEqual([false, false]);
    const { versionId, layerId } = second;
    valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId, opacity: 100 }));
    expect(await marked(versionId)).toEqual([]);
  });

  it('made over a hidden one is not marked, until that is shown', async () => {
    const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
    const { versionId, layerId } = await accept(frameId, here);
    const show = (visible: boolean) => setLayer(ctx, artist.actor, { versionId, layerId, visible });
    valueFrom(await show(false));
    const above = await accept(frameId, over);
    valueFrom(await setLayer(ctx, artist.actor, { ...above, opacity: 100 }));
    expect(await marked(versionId)).toEqual([]);
    valueFrom(await show(true));
    expect(await marked(versionId)).toEqual([above.layerId]);
  });

  it.each([
    ['hidden', { visible: false }, { visible: true }],
    ['faded', { opacity: 254 }, { opacity: 255 }],
    ['faded to nothing', { opacity: 0 }, { opacity: 255 }],
  ])(
    'that is %s marks what was made over it and nothing else, until that is undone',
    async (_, away, back) => {
      const { versionId, below, above } = await aDraft();
      valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId: below, ...away }));
      expect(await marked(versionId)).toEqual([above]);
      valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId: below, ...back }));
      expect(await marked(versionId)).toEqual([]);
    },
  );

  it('that is removed marks what was made over it and nothing else', async () => {
    const { versionId, below, above } = await aDraft();
    const left = valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId: below }));
    expect(left.layers.map(({ id, baseMoved }) => [id, baseMoved])).toEqual([
      [above, true],
      [expect.anything(), false],
    ]);
  });

  it('that changes places with another marks both where they meet, until that is undone', async () => {
    const { versionId, below, above, beside } = await aDraft();
    const order = (...ids: LayerId[]) => reorderLayers(ctx, artist.actor, { versionId, order: ids });
    valueFrom(await order(beside, below, above));
    expect(await marked(versionId)).toEqual([]);
    const turned = valueFrom(await order(beside, above, below));
    expect(turned.layers.map(({ id }) => id)).toEqual([beside, above, below]);
    expect(await marked(versionId)).toEqual([below, above].sort());
    valueFrom(await order(below, above, beside));
    expect(await marked(versionId)).toEqual([]);
  });

  it('that is unmarked by the going of what came between was made over just what it lies on now', async () => {
    const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
    await accept(frameId, here);
    const [early, late] = [
      await aCandidate(ctx, studio, { frameId, rect: over }),
      await aCandidate(ctx, studio, { frameId, rect: over }),
    ];
    const between = valueFrom(await acceptCandidate(ctx, artist.actor, { ...early, placeAnyway: false }));
    expect(await acceptCandidate(ctx, artist.actor, { ...late, placeAnyway: false })).toMatchObject({
      error: { code: 'edit.base-moved' },
    });
    const placed = valueFrom(await acceptCandidate(ctx, artist.actor, { ...late, placeAnyway: true }));
    expect(await marked(placed.versionId)).toEqual([placed.layerId]);
    valueFrom(await removeLayer(ctx, artist.actor, { ...between }));
    expect(await marked(placed.versionId)).toEqual([]);
  });

  it('goes with its marks into the next draft', async () => {
    const { frameId, versionId, below, above } = await aDraft();
    valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId: below, opacity: 200 }));
    valueFrom(await submitVersion(ctx, artist.actor, { versionId }));
    const draft = valueFrom(await startDraft(ctx, artist.actor, { frameId }));
    expect(await marked(draft.id)).toEqual([above]);
    expect(valueFrom(await startDraft(ctx, artist.actor, { frameId })).id).toBe(draft.id);
    valueFrom(await setLayer(ctx, artist.actor, { versionId: draft.id, layerId: below, opacity: 255 }));
    expect([await marked(draft.id), await marked(versionId)]).toEqual([[], [above]]);
  });

  it('is renamed in the draft, trimmed, and nothing of its pixels with it', async () => {
    const { versionId, below, beside } = await aDraft();
    const rename = (name: string) => setLayer(ctx, artist.actor, { versionId, layerId: below, name });
    const renamed = valueFrom(await rename('  the bowl, second try '));
    expect(renamed.layers[0]).toMatchObject({ id: below, name: 'the bowl, second try', visible: true });
    expect(await marked(versionId)).toEqual([]);
    expect(await rename(' ')).toMatchObject({ error: { code: 'name.empty' } });
    const elsewhere = (await aDraft()).versionId;
    const wish = { versionId: elsewhere, layerId: beside, name: 'x' };
    expect(await setLayer(ctx, artist.actor, wish)).toMatchObject({ error: { code: 'layer.not-found' } });
  });

  it('is changed in a draft alone', async () => {
    const { versionId, below, above, beside } = await aDraft();
    valueFrom(await submitVersion(ctx, artist.actor, { versionId }));
    const before = await ctx.db.versionLayer.findMany({ where: { versionId } });
    const wish = { versionId, layerId: below };
    for (const result of [
      await setLayer(ctx, artist.actor, { ...wish, visible: false }),
      await removeLayer(ctx, artist.actor, wish),
      await reorderLayers(ctx, artist.actor, { versionId, order: [above, below, beside] }),
    ])
      expect(result).toMatchObject({ error: { code: 'version.not-draft' } });
    expect(await ctx.db.versionLayer.findMany({ where: { versionId } })).toEqual(before);
  });

  it.each([
    ['one too few', (ids: LayerId[]) => ids.slice(1)],
    ['one twice', (ids: LayerId[]) => [...ids.slice(1), ...ids.slice(1, 2)]],
    ['none', () => []],
    [
      'another frame’s',
      (ids: LayerId[]) => [...ids.slice(1), '01890000-0000-7000-8000-000000000000' as LayerId],
    ],
  ])('keeps its place when an order names %s', async (_, pick) => {
    const { versionId, below, above, beside } = await aDraft();
    const order = pick([below, above, beside]);
    expect(await reorderLayers(ctx, artist.actor, { versionId, order })).toMatchObject({
      error: { code: 'layer.wrong-order' },
    });
  });
});
