import { writing } from '@pinpaint/db';
import { type EditId, ok, type Result, type RiskCode, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findEditRow } from './findEdit.ts';
import { settlePin } from './settlePin.ts';
import { swapEditState } from './swapEditState.ts';

export type CancelRisky = {
  readonly studioId: StudioId;
  readonly editId: EditId;
  readonly risks: readonly RiskCode[];
};

/** Ends what a policy has queued and a look at its pixels found risky: no engine has run it, and only a person may. */
export async function cancelRisky(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { studioId, editId, risks }: CancelRisky,
): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId, actor: systemActor }, async (w) => {
    const edit = await findEditRow(w.tx, studioId, editId);
    if (!edit) return problem('edit.not-found', { editId });
    if (edit.state !== 'queued' || !edit.byPolicy) return ok(null);
    const said = risks.join(', ');
    const data = { failureCode: 'edit.too-risky', failureSays: said, endedAt: ctx.now() };
    const payload = { code: 'edit.too-risky', risks: said };
    const moved = await swapEditState(w, { edit, event: 'cancel', scope: edit.scope, data, payload });
    if (!moved.ok) return moved;
    await settlePin(w, { pin: edit.pin, scope: edit.scope });
    return ok(null);
  });
}
