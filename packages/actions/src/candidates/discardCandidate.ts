import { writing } from '@pinpaint/db';
import { type CandidateId, type EditId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findEdit } from '../edits/findEdit.ts';
import { settlePin } from '../edits/settlePin.ts';
import { swapEditState } from '../edits/swapEditState.ts';
import { type Edit, viewEdit } from '../edits/toEdit.ts';
import { type Problem, problem } from '../problem.ts';
import { findCandidate } from './findCandidate.ts';

/** One of an edit's candidates. With the last the edit is discarded, and its pin open again. */
export async function discardCandidate(
  ctx: Ctx,
  actor: Actor,
  candidateId: CandidateId,
): Promise<Result<Edit, Problem>> {
  const found = await findCandidate(ctx.db, actor, { candidateId, action: 'candidate.discard' });
  return found.ok ? discard(ctx, actor, { editId: found.value.editId as EditId, candidateId }) : found;
}

/** All of them. */
export function discardEdit(ctx: Ctx, actor: Actor, editId: EditId): Promise<Result<Edit, Problem>> {
  return discard(ctx, actor, { editId });
}

type Discard = { readonly editId: EditId; readonly candidateId?: CandidateId };

async function discard(
  ctx: Ctx,
  actor: Actor,
  { editId, candidateId }: Discard,
): Promise<Result<Edit, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findEdit(w.tx, actor, { editId, action: 'candidate.discard' });
    if (!found.ok) return found;
    const edit = found.value;
    const left = await w.tx.candidate.findMany({
      where: { editId, state: 'proposed' },
      select: { id: true },
    });
    const thrown = candidateId ? left.filter(({ id }) => id === candidateId) : left;
    if (edit.state !== 'proposed' || thrown.length === 0) {
      return problem('candidate.illegal-move', { editState: edit.state });
    }
    const ids = thrown.map(({ id }) => id);
    await w.tx.candidate.updateMany({ where: { id: { in: ids } }, data: { state: 'discarded' } });
    for (const id of ids) {
      w.record({
        topic: 'candidate.discarded',
        subject: { kind: 'candidate', id },
        scope: edit.scope,
        payload: { editId },
      });
    }
    if (thrown.length === left.length) {
      const moved = await swapEditState(w, { edit, event: 'discard', scope: edit.scope });
      if (!moved.ok) return moved;
      await settlePin(w, { pin: edit.pin, scope: edit.scope });
    }
    return ok(await viewEdit(w.tx, await w.tx.edit.findUniqueOrThrow({ where: { id: editId } })));
  });
}
