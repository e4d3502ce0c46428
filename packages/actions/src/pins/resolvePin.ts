import type { PinId, Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { movePinByHand } from './movePinByHand.ts';
import type { ClientPin, Pin } from './toPin.ts';

/** Done by hand, outside of an edit. */
export function resolvePin(ctx: Ctx, actor: Actor, pinId: PinId): Promise<Result<Pin | ClientPin, Problem>> {
  return movePinByHand(ctx, actor, { pinId, action: 'pin.resolve', event: 'resolve' });
}
