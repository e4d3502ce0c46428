import type { Prisma, Writing } from '@pinpaint/db';
import { movePin, ok, type PinEvent, type PinState, type Result } from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';

type Swap = {
  readonly pin: { readonly id: string; readonly studioId: string; readonly state: PinState };
  readonly event: PinEvent;
  readonly scope: FrameAt['scope'];
  /** Written with the move. */
  readonly data?: Prisma.PinUpdateManyMutationInput;
};

/** The `state` in the WHERE is the lock: of two people who move a pin at once, the second gets the error. */
export async function swapPinState(
  { tx, record }: Writing,
  { pin, event, scope, data = {} }: Swap,
): Promise<Result<PinState, Problem>> {
  const moved = movePin(pin.state, event);
  if (!moved.ok) return problem('pin.illegal-move', { from: pin.state, event });
  const to = moved.value;
  const { count } = await tx.pin.updateMany({
    where: { id: pin.id, studioId: pin.studioId, state: pin.state },
    data: { ...data, state: to },
  });
  if (count === 0) return problem('pin.changed-meanwhile', { pinId: pin.id });
  record({
    topic: 'pin.moved',
    subject: { kind: 'pin', id: pin.id },
    scope,
    payload: { from: pin.state, to, event },
    ...(typeof data.declineReason === 'string' ? { texts: { declineReason: data.declineReason } } : {}),
  });
  return ok(to);
}
