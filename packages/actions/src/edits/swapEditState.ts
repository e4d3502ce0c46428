import type { Prisma, Writing } from '@pinpaint/db';
import { type EditEvent, type EditState, moveEdit, ok, type Result } from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import { dropPreview } from './dropPreview.ts';

type Swap = {
  readonly edit: {
    readonly id: string;
    readonly studioId: string;
    readonly state: EditState;
    readonly leaseEpoch: number;
  };
  readonly event: EditEvent;
  readonly scope: FrameAt['scope'];
  /** Written with the move. */
  readonly data?: Prisma.EditUncheckedUpdateManyInput;
  /** More for the ledger: ids, states and numbers. */
  readonly payload?: { readonly [key: string]: string | number | null };
};

/** State and epoch in the WHERE are the lock: whoever was overtaken gets the error and changes nothing. */
export async function swapEditState(
  { tx, record }: Writing,
  { edit, event, scope, data = {}, payload = {} }: Swap,
): Promise<Result<EditState, Problem>> {
  const moved = moveEdit(edit.state, event);
  if (!moved.ok) return problem('edit.illegal-move', { from: edit.state, event });
  const to = moved.value;
  const [swapped] = await tx.edit.updateManyAndReturn({
    where: { id: edit.id, studioId: edit.studioId, state: edit.state, leaseEpoch: edit.leaseEpoch },
    data: { ...data, state: to },
    select: { id: true, previewAt: true },
  });
  if (!swapped) return problem('edit.changed-meanwhile', { editId: edit.id });
  if (edit.state === 'running') await dropPreview(tx, swapped);
  record({
    topic: event === 'claim' ? 'edit.started' : 'edit.moved',
    subject: { kind: 'edit', id: edit.id },
    scope,
    payload: { from: edit.state, to, event, ...payload },
  });
  return ok(to);
}
