import { ok, type PinId, type PixelRect, type Region, type Result, regionProblem } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { maskProblem } from '../masks/maskProblem.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { changePin } from './changePin.ts';
import type { ClientPin, Pin } from './toPin.ts';

/** Edits that were started keep the region they were started with. */
export function changePinRegion(
  ctx: Ctx,
  actor: Actor,
  { pinId, region }: { readonly pinId: PinId; readonly region: Region },
): Promise<Result<Pin | ClientPin, Problem>> {
  return changePin(ctx, actor, {
    pinId,
    action: 'pin.change',
    decide: async (pin, tx) => {
      const version = await newestVersion(tx, pin.frameId);
      if (!version) return problem('frame.not-ready');
      const bounds: PixelRect = version.bounds;
      const wrong =
        regionProblem(region, bounds) ?? (await maskProblem(ctx, tx, { studioId: actor.studioId, region }));
      return wrong
        ? problem(wrong)
        : ok({ data: { region }, payload: { change: 'region', kind: region.kind } });
    },
  });
}
