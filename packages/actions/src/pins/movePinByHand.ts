import { type Prisma, writing } from '@pinpaint/db';
import { type Action, ok, type PinEvent, type PinId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findPin, viewPin } from './findPin.ts';
import { swapPinState } from './swapPinState.ts';
import type { ClientPin, Pin } from './toPin.ts';

type Move = {
  readonly pinId: PinId;
  readonly action: Action;
  readonly event: PinEvent;
  readonly data?: Prisma.PinUpdateManyMutationInput;
};

/** A move that somebody makes, not one that follows from an edit. */
export async function movePinByHand(
  ctx: Ctx,
  actor: Actor,
  { pinId, action, event, data }: Move,
): Promise<Result<Pin | ClientPin, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (w) => {
    const found = await findPin(w.tx, actor, { pinId, action });
    if (!found.ok) return found;
    const pin = found.value;
    const moved = await swapPinState(w, { pin, event, scope: pin.scope, ...(data ? { data } : {}) });
    return moved.ok ? ok(await viewPin(w.tx, pin)) : moved;
  });
}
