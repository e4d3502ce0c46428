import { Prisma } from '@pinpaint/db';
import { type Intent, ok, type PinId, type Region, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { editArea } from '../edits/editArea.ts';
import { growthProblem } from '../edits/growthProblem.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
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
    decide: async (pin, tx) => {
      const wish = reading?.wish ?? null;
      const version = await newestVersion(tx, pin.frameId);
      if (!version) return problem('frame.not-ready');
      const area = editArea(version.bounds, { region: pin.region as Region, wish });
      return (
        growthProblem(ctx, area) ??
        ok({
          data: { intent: reading ?? Prisma.DbNull },
          payload: { change: 'reading', wish: wish?.kind ?? null },
        })
      );
    },
  });
}
