import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import type { Version } from '../versions/toVersion.ts';
import { changeDraftLayers } from './changeDraftLayers.ts';

export type SetLayer = {
  readonly versionId: VersionId;
  readonly layerId: LayerId;
  readonly visible?: boolean | undefined;
  /** 0…255 */
  readonly opacity?: number | undefined;
};

/** Hides, shows or fades a layer of the draft. */
export function setLayer(ctx: Ctx, actor: Actor, wish: SetLayer): Promise<Result<Version, Problem>> {
  const { versionId, layerId, visible, opacity } = wish;
  return changeDraftLayers(ctx, actor, {
    versionId,
    async change({ tx }) {
      const data = {
        ...(visible === undefined ? {} : { visible }),
        ...(opacity === undefined ? {} : { opacity }),
      };
      const { count } = await tx.versionLayer.updateMany({ where: { versionId, layerId }, data });
      return count === 0 ? problem('layer.not-found', { layerId }) : ok({ layerId, payload: data });
    },
  });
}
