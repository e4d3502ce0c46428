import { Prisma } from '@pinpaint/db';
import { type Intent, ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { changePin } from './changePin.ts';
import type { ClientPin, Pin } from './toPin.ts';

/** Says what a note means; null gives it back to the machine to read. */
export function changePinReading(
  ctx: Ctx,
  actor: Actor,
  { pinId, reading }: { readonly pinId: PinId; readonly reading: Intent | null },
): Promise<Result<Pin | ClientPin, Problem>> {
  return changePin(ctx, actor, {
    pinId,
    action: 'pin.change',
    decide: async () =>
      ok({
        data: { intent: reading ?? Prisma.DbNull },
        payload: { change: 'reading', wish: reading?.wish?.kind ?? null },
      }),
  });
}
