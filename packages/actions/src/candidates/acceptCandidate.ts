import { type Writing, writing } from '@pinpaint/db';
import {
  type CandidateId,
  type Intent,
  type LayerId,
  newId,
  ok,
  type PixelRect,
  type Result,
  type VersionId,
  wishText,
} from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { askMeasures } from '../carries/askMeasures.ts';
import type { Ctx } from '../ctx.ts';
import { swapEditState } from '../edits/swapEditState.ts';
import { refreshBounds } from '../layers/refreshBounds.ts';
import { type Problem, problem } from '../problem.ts';
import { openDraft } from '../versions/openDraft.ts';
import { baseMoved } from './baseMoved.ts';
import { type CandidateAt, findCandidate } from './findCandidate.ts';
import { lockedSince } from './lockedSince.ts';

export type AcceptCandidate = {
  readonly candidateId: CandidateId;
  /** Also where what lies under it is no longer what it was made over. */
  readonly placeAnyway: boolean;
};

export type Accepted = {
  readonly layerId: LayerId;
  readonly versionId: VersionId;
  readonly versionNumber: number;
  /** It lies over a picture that has changed since it was made. */
  readonly baseMoved: boolean;
};

/** One layer in the frame's draft, however often and by however many people it is asked for. */
export async function acceptCandidate(
  ctx: Ctx,
  actor: Actor,
  { candidateId, placeAnyway }: AcceptCandidate,
): Promise<Result<Accepted, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findCandidate(w.tx, actor, { candidateId, action: 'candidate.accept' });
    if (!found.ok) return found;
    const candidate = found.value;
    const { edit } = candidate;
    if (candidate.state !== 'proposed' || edit.state !== 'proposed') return whatItIs(w, candidate);
    const moved = await baseMoved(w.tx, edit);
    if (moved && !placeAnyway) return problem('edit.base-moved', { editId: edit.id });
    if (await lockedSince(ctx, w.tx, candidate)) return problem('candidate.under-lock', { candidateId });
    const accepted = await swapEditState(w, {
      edit,
      event: 'accept',
      scope: edit.scope,
      payload: { candidateId },
    });
    if (!accepted.ok) return accepted;
    await settleCandidates(w, candidate);
    const draft = await openDraft(w, { frame: edit.frame, studioId: actor.studioId, by: personIdOf(actor) });
    if (!draft) return problem('frame.not-ready');
    const layerId = await addLayer(ctx, w, { candidate, versionId: draft.id, moved, by: personIdOf(actor) });
    await askMeasures(ctx, w.tx, edit);
    const covered = await refreshBounds(ctx, w.tx, { id: draft.id, frame: edit.frame });
    if (!covered.ok) return covered;
    w.record({
      topic: 'candidate.accepted',
      subject: { kind: 'candidate', id: candidateId },
      scope: edit.scope,
      payload: { editId: edit.id, layerId, versionId: draft.id, baseMoved: moved },
    });
    return ok({ layerId, versionId: draft.id, versionNumber: draft.number, baseMoved: moved });
  });
}

/** Of the rest of the edit's candidates nobody can choose any more. */
async function settleCandidates({ tx }: Writing, { id, editId }: CandidateAt): Promise<void> {
  await tx.candidate.updateMany({ where: { id, state: 'proposed' }, data: { state: 'accepted' } });
  await tx.candidate.updateMany({ where: { editId, state: 'proposed' }, data: { state: 'discarded' } });
}

type NewLayer = {
  readonly candidate: CandidateAt;
  readonly versionId: VersionId;
  readonly moved: boolean;
  readonly by: string;
};

async function addLayer(
  ctx: Ctx,
  { tx }: Writing,
  { candidate, versionId, moved, by }: NewLayer,
): Promise<LayerId> {
  const { studioId, edit } = candidate;
  const layerId = newId<LayerId>();
  const { wish } = edit.intent as unknown as Intent;
  await tx.layer.create({
    data: {
      id: layerId,
      studioId,
      frameId: edit.frameId,
      candidateId: candidate.id,
      name: wish ? wishText(wish) : edit.engine,
      patchBlob: candidate.patchBlob,
      alphaBlob: candidate.alphaBlob,
      rect: candidate.rect as PixelRect,
      createdBy: by,
      createdAt: ctx.now(),
    },
  });
  const top = await tx.versionLayer.aggregate({ where: { versionId }, _max: { position: true } });
  const position = (top._max.position ?? -1) + 1;
  await tx.versionLayer.create({ data: { studioId, versionId, layerId, position, baseMoved: moved } });
  return layerId;
}

async function whatItIs({ tx }: Writing, { id, state, edit }: CandidateAt) {
  const layer = await tx.layer.findFirst({ where: { candidateId: id }, select: { id: true } });
  return problem('candidate.changed-meanwhile', { state, editState: edit.state, layerId: layer?.id ?? null });
}
