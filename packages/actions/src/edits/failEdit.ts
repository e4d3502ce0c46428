import { type DeedActor, writing } from '@pinpaint/db';
import { type Cost, type EditId, ok, type Result, type StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { settleDrawing } from '../drawings/settleDrawing.ts';
import { type Problem, problem } from '../problem.ts';
import { billedPayload } from './billedPayload.ts';
import { type EditAt, findEditRow } from './findEdit.ts';
import { settlePin } from './settlePin.ts';
import { swapEditState } from './swapEditState.ts';

export type FailEdit = {
  readonly studioId: StudioId;
  readonly editId: EditId;
  readonly code: string;
  /** A sentence for people; null where the code's own will do. */
  readonly says: string | null;
  /** What it has cost, where somebody knows. */
  readonly usd?: number | undefined;
  readonly by: DeedActor;
  /** Only when it is still under this lease; without one, whatever it is under. */
  readonly lease?: { readonly workerId: string; readonly epoch: number };
};

/** Ends an edit that came to nothing; one that has ended already stays as it is. */
export async function failEdit(ctx: Pick<Ctx, 'db' | 'now'>, wish: FailEdit): Promise<Result<null, Problem>> {
  return writing(ctx.db, { studioId: wish.studioId, actor: wish.by }, async (w) => {
    const edit = await findEditRow(w.tx, wish.studioId, wish.editId);
    if (!edit) return problem('edit.not-found', { editId: wish.editId });
    const { lease } = wish;
    if (
      lease &&
      !(
        edit.state === 'running' &&
        edit.workerId === lease.workerId &&
        edit.leaseEpoch === lease.epoch &&
        !edit.answeredAt
      )
    ) {
      return problem('lease.lost', { editId: edit.id });
    }
    if (edit.state !== 'queued' && edit.state !== 'running') return ok(null);
    const billed = costOf(edit, wish.usd, ctx.now());
    const moved = await swapEditState(w, {
      edit,
      event: 'fail',
      scope: edit.scope,
      data: {
        failureCode: wish.code,
        failureSays: wish.says,
        endedAt: ctx.now(),
        leaseUntil: null,
        ...billed,
      },
      payload: { code: wish.code, ...billedPayload({ ...edit, ...billed }) },
    });
    if (!moved.ok) return moved;
    await settlePin(w, { pin: edit.pin, scope: edit.scope });
    await settleDrawing(w, { edit, scope: edit.scope, code: wish.code, says: wish.says });
    return ok(null);
  });
}

/** A failed run is billed as it was billed; of one that nobody knows of, the budget counts the estimate. */
function costOf({ estimate, startedAt }: EditAt, usd: number | undefined, now: Date) {
  if (usd === undefined) return {};
  const { pixels } = (estimate as { region: Cost }).region;
  const seconds = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
  return { cost: { pixels, seconds, usd } satisfies Cost };
}
