import type { Tx } from '@pinpaint/db';
import { type LayerId, ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
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
  /** The layer's own, so in all versions it lies in; no digest says it. */
  readonly name?: string | undefined;
};

/** Hides, shows, fades or renames a layer of the draft. */
export async function setLayer(ctx: Ctx, actor: Actor, wish: SetLayer): Promise<Result<Version, Problem>> {
  const name = wish.name === undefined ? null : cleanName(wish.name);
  if (name && !name.ok) return name;
  const { versionId, layerId, visible, opacity } = wish;
  const texts = name ? { name: name.value } : null;
  return changeDraftLayers(ctx, actor, {
    versionId,
    async change({ tx }) {
      const data = {
        ...(visible === undefined ? {} : { visible }),
        ...(opacity === undefined ? {} : { opacity }),
      };
      const { count } = await tx.versionLayer.updateMany({ where: { versionId, layerId }, data });
      if (count === 0) return problem('layer.not-found', { layerId });
      if (texts) await rename(tx, layerId, texts.name);
      return ok({ layerId, payload: data, ...(texts ? { texts } : {}) });
    },
  });
}

async function rename(tx: Tx, id: LayerId, name: string): Promise<void> {
  await tx.layer.update({ where: { id }, data: { name } });
}
