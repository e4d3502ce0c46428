import { type Writing, writing } from '@pinpaint/db';
import { ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion, type VersionAt } from '../versions/findVersion.ts';
import { viewWhole } from '../versions/readVersion.ts';
import type { Version } from '../versions/toVersion.ts';
import { refreshBaseMoved } from './refreshBaseMoved.ts';
import { refreshBounds } from './refreshBounds.ts';

/** What is done to a draft's layers; says what it did for the ledger. */
export type LayerChange = (writing: Writing, version: VersionAt) => Promise<Result<LayerDeed, Problem>>;
type LayerDeed = {
  readonly layerId: string;
  readonly payload: { readonly [key: string]: number | boolean | readonly string[] };
  readonly texts?: { readonly name: string };
};

/** What every change of layers has in common: only in a draft, and those made over it are told. */
export async function changeDraftLayers(
  ctx: Ctx,
  actor: Actor,
  { versionId, change }: { readonly versionId: VersionId; readonly change: LayerChange },
): Promise<Result<Version, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (writing) => {
    const { tx, record } = writing;
    const found = await findVersion(tx, actor, { versionId, action: 'layer.change' });
    if (!found.ok) return found;
    if (found.value.state !== 'draft') return problem('version.not-draft', { state: found.value.state });
    const changed = await change(writing, found.value);
    if (!changed.ok) return changed;
    const covered = await refreshBounds(ctx, tx, found.value);
    if (!covered.ok) return covered;
    const { layerId, payload, texts } = changed.value;
    await refreshBaseMoved(tx, found.value);
    record({
      topic: 'layer.changed',
      subject: { kind: 'layer', id: layerId },
      scope: found.value.scope,
      payload: { versionId, ...payload },
      ...(texts ? { texts } : {}),
    });
    return ok(await viewWhole(tx, versionId));
  });
}
