import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type PinId, type VersionId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { type Decide, decideVersion } from '../decisions/decideVersion.ts';
import { signOffVersion } from '../decisions/signOffVersion.ts';
import { changeFrame } from '../frames/changeFrame.ts';
import { removeLayer } from '../layers/removeLayer.ts';
import { setLayer } from '../layers/setLayer.ts';
import { placePin } from '../pins/placePin.ts';
import { reopenPin } from '../pins/reopenPin.ts';
import {
  aBoard,
  aGuest,
  aLayer,
  aLink,
  aProject,
  aReadyFrame,
  aStudio,
  openTestCtx,
  proven,
  valueFrom,
} from '../testing/index.ts';
import { discardVersion } from './discardVersion.ts';
import { listVersions } from './listVersions.ts';
import { readVersion } from './readVersion.ts';
import { startDraft } from './startDraft.ts';
import { submitVersion } from './submitVersion.ts';
import { withdrawVersion } from './withdrawVersion.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const { artist, director, owner, client } = studio.people;
const project = await aProject(ctx, studio);
const board = await aBoard(ctx, studio, { projectId: project.id });
const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: project.id }));
const rect = { x: 10, y: 10, width: 20, height: 20 };

const aFrame = () => aReadyFrame(ctx, studio, { boardId: board.id });
const stateOf = async (versionId: VersionId) =>
  (await ctx.db.version.findUniqueOrThrow({ where: { id: versionId } })).state;
const pinState = async (pinId: PinId) => (await ctx.db.pin.findUniqueOrThrow({ where: { id: pinId } })).state;

async function aPin(frameId: FrameId): Promise<PinId> {
  const region = { kind: 'rectangle', ...rect } as const;
  return valueFrom(await placePin(ctx, artist.actor, { id: newId<PinId>(), frameId, region, note: 'warmer' }))
    .id;
}

async function submitted(versionId: VersionId) {
  const version = valueFrom(await submitVersion(ctx, artist.actor, { versionId }));
  return { versionId, digest: version.digest ?? '' };
}

const decide = (wish: Omit<Decide, 'comment'>, by = director) =>
  decideVersion(ctx, by.actor, { comment: null, ...wish });

/** A pin, its layer, and the version that holds it, in review and proved. */
async function inReview(frameId: FrameId, pinId?: PinId) {
  const layer = await aLayer(ctx, studio, { frameId, rect, ...(pinId ? { pinId } : {}) });
  const version = await submitted(layer.versionId);
  await proven(ctx, studio, { versionId: layer.versionId });
  return { ...version, layerId: layer.layerId };
}

describe('a version and the pins it answers', () => {
  it('go through review to approval, and the approved one before is superseded', async () => {
    const { frameId, versionId: first } = await aFrame();
    await proven(ctx, studio, { versionId: first });
    const { digest = '' } = await ctx.db.version.findUniqueOrThrow({ where: { id: first } });
    valueFrom(await decide({ versionId: first, kind: 'approve', digest: digest ?? '' }));
    const pinId = await aPin(frameId);
    const { versionId, digest: second } = await inReview(frameId, pinId);
    expect([await stateOf(first), await stateOf(versionId), await pinState(pinId)]).toEqual([
      'approved',
      'in_review',
      'proposed',
    ]);
    valueFrom(await decide({ versionId, kind: 'approve', digest: second }));
    expect([await stateOf(first), await stateOf(versionId), await pinState(pinId)]).toEqual([
      'superseded',
      'approved',
      'resolved',
    ]);
  });

  it('open the notes again when changes are requested', async () => {
    const { frameId } = await aFrame();
    const pinId = await aPin(frameId);
    const { versionId, digest } = await inReview(frameId, pinId);
    valueFrom(await decide({ versionId, kind: 'request_changes', digest }));
    expect([await stateOf(versionId), await pinState(pinId)]).toEqual(['changes_requested', 'open']);
  });

  it('open the notes again when it is withdrawn, unless the draft answers them', async () => {
    const { frameId } = await aFrame();
    const [lost, kept] = [await aPin(frameId), await aPin(frameId)];
    const one = await aLayer(ctx, studio, { frameId, rect, pinId: lost });
    await aLayer(ctx, studio, { frameId, rect, pinId: kept });
    const { versionId } = await submitted(one.versionId);
    const draft = valueFrom(await startDraft(ctx, artist.actor, { frameId }));
    valueFrom(await removeLayer(ctx, artist.actor, { versionId: draft.id, layerId: one.layerId }));
    expect(await pinState(lost)).toBe('proposed');
    valueFrom(await withdrawVersion(ctx, artist.actor, { versionId }));
    expect([await pinState(lost), await pinState(kept)]).toEqual(['open', 'proposed']);
  });

  it('withdraws the older one in review when a newer is submitted', async () => {
    const { frameId, versionId: first } = await aFrame();
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    await submitted(versionId);
    expect([await stateOf(first), await stateOf(versionId)]).toEqual(['withdrawn', 'in_review']);
  });

  it('opens the notes of a draft that is thrown away, and of a layer taken out of it', async () => {
    const { frameId } = await aFrame();
    const [one, two] = [await aPin(frameId), await aPin(frameId)];
    const { versionId, layerId } = await aLayer(ctx, studio, { frameId, rect, pinId: one });
    await aLayer(ctx, studio, { frameId, rect, pinId: two });
    valueFrom(await removeLayer(ctx, artist.actor, { versionId, layerId }));
    expect([await pinState(one), await pinState(two)]).toEqual(['open', 'proposed']);
    valueFrom(await discardVersion(ctx, artist.actor, { versionId }));
    expect(await pinState(two)).toBe('open');
  });

  it('does not close a note that was raised again over what had been approved', async () => {
    const { frameId } = await aFrame();
    const [again, other] = [await aPin(frameId), await aPin(frameId)];
    const first = await inReview(frameId, again);
    valueFrom(await decide({ ...first, kind: 'approve' }));
    valueFrom(await reopenPin(ctx, artist.actor, again));
    const second = await inReview(frameId, other);
    valueFrom(await decide({ ...second, kind: 'approve' }));
    expect([await pinState(again), await pinState(other)]).toEqual(['open', 'resolved']);
  });

  it('opens the note of a layer that was hidden when its version was approved', async () => {
    const { frameId } = await aFrame();
    const pinId = await aPin(frameId);
    const { versionId, layerId } = await aLayer(ctx, studio, { frameId, rect, pinId });
    await aLayer(ctx, studio, { frameId, rect });
    valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId, visible: false }));
    const version = await submitted(versionId);
    await proven(ctx, studio, version);
    valueFrom(await decide({ ...version, kind: 'approve' }));
    expect(await pinState(pinId)).toBe('open');
  });

  it('is never moved against the table', async () => {
    const { frameId } = await aFrame();
    const { versionId, digest } = await inReview(frameId);
    for (const act of [submitVersion, discardVersion])
      expect(await act(ctx, artist.actor, { versionId })).toMatchObject({
        error: { code: 'version.illegal-move' },
      });
    valueFrom(await decide({ versionId, kind: 'approve', digest }));
    for (const act of [submitVersion, discardVersion, withdrawVersion])
      expect(await act(ctx, artist.actor, { versionId })).toMatchObject({
        error: { code: 'version.illegal-move' },
      });
    expect(await decide({ versionId, kind: 'request_changes', digest })).toMatchObject({
      error: { code: 'version.illegal-move' },
    });
  });

  it('is not submitted when nothing of it shows', async () => {
    const { frameId } = await aFrame();
    const { versionId, layerId } = await aLayer(ctx, studio, { frameId, rect });
    valueFrom(await setLayer(ctx, artist.actor, { versionId, layerId, opacity: 0 }));
    expect(await submitVersion(ctx, artist.actor, { versionId })).toMatchObject({
      error: { code: 'version.empty' },
    });
  });

  it('of a frame that was taken off its board is read by the house and moved by nobody', async () => {
    const { frameId } = await aFrame();
    const { versionId, digest } = await inReview(frameId);
    valueFrom(await changeFrame(ctx, artist.actor, { frameId, archived: true }));
    expect((await readVersion(ctx, artist.actor, { versionId })).ok).toBe(true);
    const missing = { error: { code: 'version.not-found' } };
    expect(await readVersion(ctx, guest.actor, { versionId })).toMatchObject(missing);
    expect(await decide({ versionId, kind: 'approve', digest })).toMatchObject(missing);
    expect(await withdrawVersion(ctx, artist.actor, { versionId })).toMatchObject(missing);
  });
});

describe('a decision', () => {
  it('needs the proof, a proof that holds, and the digest that was seen', async () => {
    const { frameId } = await aFrame();
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    const { digest } = await submitted(versionId);
    const wish = { versionId, kind: 'approve', digest } as const;
    expect(await decide(wish)).toMatchObject({ error: { code: 'version.not-proven' } });
    await proven(ctx, studio, { versionId, changedOutside: 1 });
    expect(await decide(wish)).toMatchObject({ error: { code: 'version.proof-fails' } });
    const other = { ...wish, digest: '0'.repeat(64) };
    expect(await decide(other)).toMatchObject({ error: { code: 'version.other-digest' } });
    expect(await stateOf(versionId)).toBe('in_review');
    expect(await ctx.db.decision.count({ where: { versionId } })).toBe(0);
  });

  it('is refused when the content is not what its digest says any more', async () => {
    const { frameId } = await aFrame();
    const { versionId, digest, layerId } = await inReview(frameId);
    await ctx.db.versionLayer.updateMany({ where: { versionId, layerId }, data: { opacity: 128 } });
    expect(await decide({ versionId, kind: 'approve', digest })).toMatchObject({
      error: { code: 'version.other-digest' },
    });
  });

  it('is one, when two directors decide at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { frameId } = await aFrame();
      const { versionId, digest } = await inReview(frameId);
      const results = await Promise.all([
        decide({ versionId, digest, kind: 'approve' }, director),
        decide({ versionId, digest, kind: round % 2 ? 'approve' : 'request_changes' }, owner),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const decisions = await ctx.db.decision.findMany({ where: { versionId } });
      expect(decisions).toHaveLength(1);
      const approved = decisions[0]?.kind === 'approve';
      expect(await stateOf(versionId)).toBe(approved ? 'approved' : 'changes_requested');
      const events = await ctx.db.ledgerEvent.count({
        where: { subjectId: versionId, topic: 'version.decided' },
      });
      expect(events).toBe(1);
    }
  });

  it('leaves a frame with one approved version, when two of its versions are approved at once', async () => {
    const { frameId, versionId: first } = await aFrame();
    const { digest } = await ctx.db.version.findUniqueOrThrow({ where: { id: first } });
    await proven(ctx, studio, { versionId: first });
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    const results = await Promise.all([
      decide({ versionId: first, digest: digest ?? '', kind: 'approve' }),
      submitVersion(ctx, artist.actor, { versionId }),
    ]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    const states = await ctx.db.version.findMany({ where: { frameId }, select: { state: true } });
    for (const state of ['approved', 'in_review', 'draft'] as const) {
      expect(states.filter((version) => version.state === state).length).toBeLessThanOrEqual(1);
    }
  });
});

describe('what a customer sees', () => {
  it('is neither a draft nor what the studio took back, nor how anything was made', async () => {
    const { frameId, versionId: first } = await aFrame();
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    for (const { actor } of [guest, client]) {
      expect(await readVersion(ctx, actor, { versionId })).toMatchObject({
        error: { code: 'version.not-found' },
      });
    }
    const { digest } = await submitted(versionId);
    await proven(ctx, studio, { versionId });
    const says = { comment: 'lovely', versionId, digest } as const;
    valueFrom(await signOffVersion(ctx, guest.actor, { ...says, kind: 'sign_off' }));
    const no = { ...says, kind: 'request_changes', comment: 'the client has no taste' } as const;
    valueFrom(await decideVersion(ctx, director.actor, no));
    for (const { actor } of [guest, client]) {
      const { items } = valueFrom(await listVersions(ctx, actor, { frameId, limit: 50 }));
      expect(items.map(({ id }) => id)).toEqual([versionId]);
      const text = JSON.stringify([items, await readVersion(ctx, actor, { versionId })]);
      for (const secret of ['layers', 'grade', 'parentId', 'taste', first])
        expect(text).not.toContain(secret);
      expect(text).toContain('lovely');
    }
    const seen = valueFrom(await readVersion(ctx, artist.actor, { versionId }));
    expect(seen).toMatchObject({ parentId: first, layers: [{ name: 'grade' }] });
    expect(JSON.stringify(seen)).toContain('taste');
  });

  it('comes in pages, newest first', async () => {
    const { frameId } = await aFrame();
    for (let i = 0; i < 3; i += 1) await inReview(frameId);
    const first = valueFrom(await listVersions(ctx, artist.actor, { frameId, limit: 3 }));
    expect([first.items.map(({ number }) => number), first.next]).toEqual([[4, 3, 2], 2]);
    const rest = valueFrom(await listVersions(ctx, artist.actor, { frameId, limit: 3, before: 2 }));
    expect([rest.items.map(({ number }) => number), rest.next]).toEqual([[1], null]);
  });
});
