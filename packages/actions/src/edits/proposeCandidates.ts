import { writing } from '@pinpaint/db';
import {
  type CandidateId,
  type EditId,
  newId,
  ok,
  type PixelRect,
  type Result,
  type StudioId,
} from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { CandidateProof, Provenance } from '../candidates/toCandidate.ts';
import { askMeasures } from '../carries/askMeasures.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { billedPayload } from './billedPayload.ts';
import { findEditRow } from './findEdit.ts';
import { settlePin } from './settlePin.ts';
import { swapEditState } from './swapEditState.ts';

/** What the renderer found an engine's patch to be. */
export type MadeCandidate = {
  readonly patch: KeptBlob;
  readonly alpha: KeptBlob;
  readonly rect: PixelRect;
  readonly seed: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly flags: readonly string[];
  readonly proof: CandidateProof;
  readonly provenance: Provenance | null;
};

type Propose = {
  readonly studioId: StudioId;
  readonly editId: EditId;
  /** The lease under which the answer came. */
  readonly epoch: number;
  /** The best first. */
  readonly candidates: readonly MadeCandidate[];
};

/** Done twice, or after the edit was cancelled, it changes nothing. */
export async function proposeCandidates(
  ctx: Pick<Ctx, 'db' | 'queue' | 'now'>,
  { studioId, editId, epoch, candidates }: Propose,
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async (w) => {
    const edit = await findEditRow(w.tx, studioId, editId);
    if (!edit) return problem('edit.not-found', { editId });
    if (edit.state !== 'running' || edit.leaseEpoch !== epoch) return ok(null);
    const data = { endedAt: ctx.now(), progress: 1 };
    const moved = await swapEditState(w, {
      edit,
      event: 'propose',
      scope: edit.scope,
      data,
      payload: billedPayload(edit),
    });
    if (!moved.ok) return moved;
    await keepBlobs(
      w.tx,
      studioId,
      candidates.flatMap(({ patch, alpha }) => [patch, alpha]),
    );
    const rows = candidates.map(({ patch, alpha, flags, provenance, ...candidate }, i) => ({
      ...candidate,
      ...(provenance && { provenance }),
      id: newId<CandidateId>(),
      studioId,
      editId,
      rank: i + 1,
      patchBlob: patch.digest,
      alphaBlob: alpha.digest,
      flags: [...flags],
      createdAt: ctx.now(),
    }));
    await w.tx.candidate.createMany({ data: rows });
    for (const { id, rank, flags, patchBlob, alphaBlob } of rows) {
      w.record({
        topic: 'candidate.proposed',
        subject: { kind: 'candidate', id },
        scope: edit.scope,
        payload: { editId, rank, flags, patch: patchBlob, alpha: alphaBlob },
      });
    }
    await settlePin(w, { pin: edit.pin, scope: edit.scope });
    await askMeasures(ctx, w.tx, edit);
    return ok(null);
  });
}
