import { type FrameId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { isCustomer } from '../versions/findVersion.ts';
import { findFrame } from './findFrame.ts';
import { type Frame, toFrame, withoutDrawing } from './toFrame.ts';

export async function readFrame(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { frameId }: { readonly frameId: FrameId },
): Promise<Result<Frame, Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'frame.read' });
  if (!found.ok) return found;
  const frame = toFrame(found.value);
  return ok(isCustomer(actor, found.value.scope) ? withoutDrawing(frame) : frame);
}
