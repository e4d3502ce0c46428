import type { PinId, Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { movePinByHand } from './movePinByHand.ts';
import type { ClientPin, Pin } from './toPin.ts';

export function reopenPin(ctx: Ctx, actor: Actor, pinId: PinId): Promise<Result<Pin | ClientPin, Problem>> {
  return movePinByHand(ctx, actor, {
    pinId,
    action: 'pin.reopen',
    event: 'reopen',
    data: { declineReason: null },
  });
}
