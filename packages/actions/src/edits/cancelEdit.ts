import { workChannel, writing } from '@pinpaint/db';
import { type EditId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { settleDrawing } from '../drawings/settleDrawing.ts';
import type { Problem } from '../problem.ts';
import { findEdit } from './findEdit.ts';
import { settlePin } from './settlePin.ts';
import { swapEditState } from './swapEditState.ts';
import { type Edit, viewEdit } from './toEdit.ts';

/** Works at once: the worker hears of it at its next beat, and whatever it still answers is dropped. */
export async function cancelEdit(ctx: Ctx, actor: Actor, editId: EditId): Promise<Result<Edit, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findEdit(w.tx, actor, { editId, action: 'edit.cancel' });
    if (!found.ok) return found;
    const edit = found.value;
    if (edit.state === 'cancelled') return ok(await viewEdit(w.tx, edit));
    const data = { endedAt: ctx.now(), leaseUntil: null };
    const moved = await swapEditState(w, { edit, event: 'cancel', scope: edit.scope, data });
    if (!moved.ok) return moved;
    await settlePin(w, { pin: edit.pin, scope: edit.scope });
    await settleDrawing(w, { edit, scope: edit.scope, code: 'drawing.cancelled', says: null });
    await w.tx.$executeRaw`SELECT pg_notify(${workChannel}, ${editId})`;
    return ok(await viewEdit(w.tx, await w.tx.edit.findUniqueOrThrow({ where: { id: editId } })));
  });
}
