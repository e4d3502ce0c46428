import { Prisma, type Writing } from '@pinpaint/db';
import type { FrameAt } from '../frames/findFrame.ts';

type Settle = {
  readonly edit: { readonly draws: unknown; readonly frameId: string };
  readonly scope: FrameAt['scope'];
  readonly code: string;
  readonly says: string | null;
};

/** A frame that waited for a picture, when there will be none: it says why. Called after its edit has ended. */
export async function settleDrawing(
  { tx, record }: Writing,
  { edit, scope, code, says }: Settle,
): Promise<void> {
  if (!edit.draws) return;
  const { count } = await tx.frame.updateMany({
    where: { id: edit.frameId, state: 'drawing', drawing: { not: Prisma.DbNull } },
    data: { state: 'failed', failureCode: code, failureSays: says },
  });
  if (count === 0) return;
  record({ topic: 'frame.failed', subject: { kind: 'frame', id: edit.frameId }, scope, payload: { code } });
}
