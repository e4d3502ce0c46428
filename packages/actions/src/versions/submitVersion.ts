import { writing } from '@pinpaint/db';
import { ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { contentDigest, layersOf } from './contentOf.ts';
import { findVersion } from './findVersion.ts';
import { readVersion } from './readVersion.ts';
import { swapVersionState } from './swapVersionState.ts';
import type { Version } from './toVersion.ts';

/** From here on the version never changes: its digest is what everybody decides on. */
export async function submitVersion(
  ctx: Ctx,
  actor: Actor,
  { versionId }: { readonly versionId: VersionId },
): Promise<Result<Version, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (writing) => {
    const { tx } = writing;
    const found = await findVersion(tx, actor, { versionId, action: 'version.submit' });
    if (!found.ok) return found;
    const version = found.value;
    const { masterDigest, profileBlob } = version.frame;
    if (!masterDigest) return problem('frame.not-ready', { state: version.frame.state });
    const layers = await layersOf(tx, versionId);
    if (!layers.some((layer) => layer.visible)) return problem('version.empty');
    const inReview = await tx.version.findFirst({ where: { frameId: version.frameId, state: 'in_review' } });
    if (inReview && inReview.id !== version.id) {
      const replaced = await swapVersionState(
        writing,
        { ...inReview, scope: version.scope },
        { event: 'withdraw' },
      );
      if (!replaced.ok) return replaced;
    }
    const digest = contentDigest({ masterDigest, profileBlob, bounds: version.bounds, layers });
    const data = { digest, submittedAt: ctx.now() };
    const moved = await swapVersionState(writing, version, { event: 'submit', data });
    if (!moved.ok) return moved;
    await ctx.queue.enqueue(tx, 'version.render', { studioId: actor.studioId, versionId });
    return ok(await readVersion(tx, versionId));
  });
}
