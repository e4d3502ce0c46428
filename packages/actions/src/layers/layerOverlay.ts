import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findVersion } from '../versions/findVersion.ts';
import { findLayer } from './findLayer.ts';
import { type Overlay, overlayOf } from './overlay.ts';

export async function layerOverlay(
  ctx: Ctx,
  actor: Actor,
  wish: { readonly versionId: VersionId; readonly layerId: LayerId },
): Promise<Result<Overlay, Problem>> {
  const layer = await findLayer(ctx, actor, wish);
  if (!layer.ok) return layer;
  const version = await findVersion(ctx.db, actor, { versionId: wish.versionId, action: 'version.read' });
  if (!version.ok) return version;
  return ok(overlayOf(ctx, { ...layer.value, masterBlob: version.value.frame.masterBlob }));
}
