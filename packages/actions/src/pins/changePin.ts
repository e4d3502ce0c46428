import { type Prisma, type Writing, writing } from '@pinpaint/db';
import { type Action, ok, type PinId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findPin, type PinAt, viewPin } from './findPin.ts';
import type { ClientPin, Pin } from './toPin.ts';

/** What a change writes, and what the ledger hears of it. */
type PinChange = {
  readonly data: Prisma.PinUpdateManyMutationInput;
  readonly payload: { readonly [key: string]: string | null };
};

type Change = {
  readonly pinId: PinId;
  readonly action: Action;
  readonly decide: (pin: PinAt, tx: Writing['tx']) => Promise<Result<PinChange, Problem>>;
};

/** What every change of a pin's fields has in common: rights, one write, one event. */
export async function changePin(
  ctx: Ctx,
  actor: Actor,
  { pinId, action, decide }: Change,
): Promise<Result<Pin | ClientPin, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findPin(tx, actor, { pinId, action });
    if (!found.ok) return found;
    const pin = found.value;
    const change = await decide(pin, tx);
    if (!change.ok) return change;
    await tx.pin.updateMany({ where: { id: pin.id, studioId: actor.studioId }, data: change.value.data });
    record({
      topic: 'pin.changed',
      subject: { kind: 'pin', id: pin.id },
      scope: pin.scope,
      payload: change.value.payload,
    });
    return ok(await viewPin(tx, pin));
  });
}
