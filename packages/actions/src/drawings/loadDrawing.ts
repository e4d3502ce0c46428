import type { DrawnShape, EditId, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { findEditRow } from '../edits/findEdit.ts';
import type { KeptAnswer } from '../workers/answerEdit.ts';

/** A drawn picture as an engine answered it; nobody has looked into it yet. */
export type DrawnAnswer = {
  readonly shape: DrawnShape;
  readonly epoch: number;
  readonly answerBlob: string;
};

/** @returns null when there is none to take: the edit draws nothing, or has ended. */
export async function loadDrawing(
  ctx: Pick<Ctx, 'db'>,
  { studioId, editId }: { readonly studioId: StudioId; readonly editId: EditId },
): Promise<DrawnAnswer | null> {
  const edit = await findEditRow(ctx.db, studioId, editId);
  if (!edit?.draws || edit.state !== 'running' || !edit.answer) return null;
  const { parcel } = edit.answer as KeptAnswer;
  return { shape: edit.draws as DrawnShape, epoch: edit.leaseEpoch, answerBlob: parcel };
}
