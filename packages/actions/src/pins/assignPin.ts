import type { Tx } from '@pinpaint/db';
import { may, ok, type PersonId, type PinId, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { loadPerson } from '../access/loadPerson.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { changePin } from './changePin.ts';
import type { PinAt } from './findPin.ts';
import type { ClientPin, Pin } from './toPin.ts';

/** Gives a pin to somebody who makes pictures in its project; null to nobody. */
export function assignPin(
  ctx: Ctx,
  actor: Actor,
  { pinId, assigneeId }: { readonly pinId: PinId; readonly assigneeId: PersonId | null },
): Promise<Result<Pin | ClientPin, Problem>> {
  return changePin(ctx, actor, {
    pinId,
    action: 'pin.assign',
    decide: async (pin, tx) =>
      assigneeId && !(await makesPictures(tx, actor, { pin, assigneeId }))
        ? problem('pin.wrong-assignee', { assigneeId })
        : ok({ data: { assigneeId }, payload: { change: 'assignee', assigneeId } }),
  });
}

async function makesPictures(
  tx: Tx,
  actor: Actor,
  { pin, assigneeId }: { readonly pin: PinAt; readonly assigneeId: PersonId },
): Promise<boolean> {
  const person = await loadPerson(tx, { studioId: actor.studioId, personId: assigneeId });
  const role = person && roleIn(person, pin.scope);
  return role !== null && may(role, 'edit.start');
}
