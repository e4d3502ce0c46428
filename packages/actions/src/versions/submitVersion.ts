import { type Writing, writing } from '@pinpaint/db';
import { ok, type Result, type StudioId, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { contentDigest, layersOf } from './contentOf.ts';
import { findVersion, type VersionAt } from './findVersion.ts';
import { viewWhole } from './readVersion.ts';
import { settlePinsOf } from './settlePinsOf.ts';
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
    if (!layers.some(({ visible, opacity }) => visible && opacity > 0)) return problem('version.empty');
    const replaced = await withdrawOlder(writing, version);
    if (!replaced.ok) return replaced;
    const digest = contentDigest({ masterDigest, profileBlob, bounds: version.bounds, layers });
    const data = { digest, submittedAt: ctx.now(), submittedBy: personIdOf(actor) };
    const moved = await swapVersionState(writing, version, { event: 'submit', data });
    if (!moved.ok) return moved;
    if (replaced.value) await settlePinsOf(writing, replaced.value);
    await ctx.queue.enqueue(tx, 'version.render', { studioId: actor.studioId, versionId });
    return ok(await viewWhole(tx, versionId));
  });
}

type Withdrawn = Pick<VersionAt, 'id' | 'studioId' | 'frameId' | 'state' | 'scope'>;

/** One version of a frame is in review: whoever decides shall not have to guess which. */
async function withdrawOlder(
  writing: Writing,
  { id, frameId, scope }: VersionAt,
): Promise<Result<Withdrawn | null, Problem>> {
  const row = await writing.tx.version.findFirst({ where: { frameId, state: 'in_review', id: { not: id } } });
  if (!row) return ok(null);
  const older = { ...row, studioId: row.studioId as StudioId, scope };
  const moved = await swapVersionState(writing, older, { event: 'withdraw' });
  return moved.ok ? ok(older) : moved;
}
