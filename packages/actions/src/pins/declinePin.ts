import type { PinId, Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { movePinByHand } from './movePinByHand.ts';
import type { ClientPin, Pin } from './toPin.ts';

/** Clients read it beside "Not doing": a sentence or two. */
export const reasonLimit = 1_000;

export async function declinePin(
  ctx: Ctx,
  actor: Actor,
  { pinId, reason }: { readonly pinId: PinId; readonly reason: string },
): Promise<Result<Pin | ClientPin, Problem>> {
  const declineReason = reason.trim();
  if (!declineReason) return problem('reason.empty');
  if (declineReason.length > reasonLimit) return problem('reason.too-long', { limit: reasonLimit });
  return movePinByHand(ctx, actor, {
    pinId,
    action: 'pin.decline',
    event: 'decline',
    data: { declineReason },
  });
}
