import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { settlePin } from '../edits/settlePin.ts';
import { type Problem, problem } from '../problem.ts';
import type { Version } from '../versions/toVersion.ts';
import { changeDraftLayers } from './changeDraftLayers.ts';

/** Takes a layer out of the draft, from any place. Older versions keep it; the note it answered is open again. */
export function removeLayer(
  ctx: Ctx,
  actor: Actor,
  { versionId, layerId }: { readonly versionId: VersionId; readonly layerId: LayerId },
): Promise<Result<Version, Problem>> {
  return changeDraftLayers(ctx, actor, {
    versionId,
    async change(writing, { scope, studioId, frameId }) {
      const { tx } = writing;
      const { count } = await tx.versionLayer.deleteMany({ where: { versionId, layerId } });
      if (count === 0) return problem('layer.not-found', { layerId });
      const layer = await tx.layer.findFirstOrThrow({
        where: { id: layerId, studioId },
        select: { candidate: { select: { edit: { select: { pin: true } } } } },
      });
      const { pin } = layer.candidate.edit;
      // A layer that came along from a base answers a note there, and still does.
      if (pin?.state === 'proposed' && pin.frameId === frameId) await settlePin(writing, { pin, scope });
      return ok({ layerId, payload: { removed: true } });
    },
  });
}
