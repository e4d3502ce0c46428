import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import type { Version } from '../versions/toVersion.ts';
import { changeDraftLayers } from './changeDraftLayers.ts';

/** Takes a layer out of the draft, from any place. Older versions keep it. */
export function removeLayer(
  ctx: Ctx,
  actor: Actor,
  { versionId, layerId }: { readonly versionId: VersionId; readonly layerId: LayerId },
): Promise<Result<Version, Problem>> {
  return changeDraftLayers(ctx, actor, {
    versionId,
    async change(tx) {
      const { count } = await tx.versionLayer.deleteMany({ where: { versionId, layerId } });
      return count === 0
        ? problem('layer.not-found', { layerId })
        : ok({ layerId, payload: { removed: true } });
    },
  });
}
