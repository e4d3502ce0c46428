import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { layersOf, type PlacedLayer } from '../versions/contentOf.ts';
import { findVersion, isCustomer } from '../versions/findVersion.ts';

/** A layer in a version its reader may see; anywhere else it does not exist, and for a customer not when it is hidden. */
export async function findLayer(
  ctx: Ctx,
  actor: Actor,
  { versionId, layerId }: { readonly versionId: VersionId; readonly layerId: LayerId },
): Promise<Result<PlacedLayer, Problem>> {
  const found = await findVersion(ctx.db, actor, { versionId, action: 'version.read' });
  if (!found.ok) return found;
  const layers = await layersOf(ctx.db, versionId);
  const layer = layers.find((placed) => placed.layerId === layerId);
  const shown = layer?.visible || !isCustomer(actor, found.value.scope);
  return layer && shown ? ok(layer) : problem('layer.not-found', { layerId });
}
