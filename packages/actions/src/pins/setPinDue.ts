import { ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { changePin } from './changePin.ts';
import type { ClientPin, Pin } from './toPin.ts';

export function setPinDue(
  ctx: Ctx,
  actor: Actor,
  { pinId, dueAt }: { readonly pinId: PinId; readonly dueAt: Date | null },
): Promise<Result<Pin | ClientPin, Problem>> {
  return changePin(ctx, actor, {
    pinId,
    action: 'pin.assign',
    decide: async () =>
      ok({ data: { dueAt }, payload: { change: 'due', dueAt: dueAt?.toISOString() ?? null } }),
  });
}
