import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import type { Version } from '../versions/toVersion.ts';
import { changeDraftLayers } from './changeDraftLayers.ts';

/** @param order every layer of the draft once, lowest first */
export function reorderLayers(
  ctx: Ctx,
  actor: Actor,
  { versionId, order }: { readonly versionId: VersionId; readonly order: readonly LayerId[] },
): Promise<Result<Version, Problem>> {
  return changeDraftLayers(ctx, actor, {
    versionId,
    async change({ tx }) {
      const placed = await tx.versionLayer.findMany({ where: { versionId }, select: { layerId: true } });
      const [first] = order;
      const whole =
        order.length === placed.length && placed.every(({ layerId }) => order.includes(layerId as LayerId));
      if (!whole || !first)
        return problem('layer.wrong-order', { layers: placed.map(({ layerId }) => layerId) });
      for (const [position, layerId] of order.entries()) {
        await tx.versionLayer.updateMany({ where: { versionId, layerId }, data: { position } });
      }
      return ok({ layerId: first, payload: { order: [...order] } });
    },
  });
}
