import { type Writing, writing } from '@pinpaint/db';
import { type DecisionId, newId, ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion, type VersionAt } from '../versions/findVersion.ts';
import { movePinsOf } from '../versions/movePinsOf.ts';
import { type Proof, proofHolds } from '../versions/proof.ts';
import { readVersion } from '../versions/readVersion.ts';
import { swapVersionState } from '../versions/swapVersionState.ts';
import type { Version } from '../versions/toVersion.ts';

export type Decide = {
  readonly versionId: VersionId;
  readonly kind: 'approve' | 'request_changes';
  /** The digest the person looked at. */
  readonly digest: string;
  readonly comment: string | null;
};

/** The director's word, on a digest and on nothing else. An approval replaces the frame's approved version. */
export async function decideVersion(ctx: Ctx, actor: Actor, wish: Decide): Promise<Result<Version, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (writing) => {
    const found = await findVersion(writing.tx, actor, {
      versionId: wish.versionId,
      action: 'version.decide',
    });
    if (!found.ok) return found;
    const version = found.value;
    const wrong = whyNot(version, wish);
    if (wrong) return wrong;
    if (wish.kind === 'approve') {
      const superseded = await supersedeApproved(writing, version);
      if (!superseded.ok) return superseded;
    }
    const event = wish.kind === 'approve' ? 'approve' : 'requestChanges';
    const moved = await swapVersionState(writing, version, { event, data: { decidedAt: ctx.now() } });
    if (!moved.ok) return moved;
    await recordDecision(writing, version, { ...wish, byPersonId: personIdOf(actor) });
    await movePinsOf(writing, version, { event: wish.kind === 'approve' ? 'resolve' : 'askAgain' });
    return ok(await readVersion(writing.tx, wish.versionId));
  });
}

function whyNot(version: VersionAt, { kind, digest }: Decide) {
  if (version.state !== 'in_review')
    return problem('version.illegal-move', { from: version.state, event: kind });
  if (version.digest !== digest) return problem('version.other-digest', { digest: version.digest });
  if (kind === 'request_changes') return null;
  if (!version.proof) return problem('version.not-proven');
  return proofHolds(version.proof as Proof) ? null : problem('version.proof-fails');
}

async function supersedeApproved(writing: Writing, version: VersionAt): Promise<Result<unknown, Problem>> {
  const approved = await writing.tx.version.findFirst({
    where: { frameId: version.frameId, state: 'approved' },
  });
  if (!approved) return ok(null);
  return swapVersionState(writing, { ...approved, scope: version.scope }, { event: 'supersede' });
}

async function recordDecision(
  { tx, record }: Writing,
  version: VersionAt,
  { kind, digest, comment, byPersonId }: Decide & { readonly byPersonId: string },
): Promise<void> {
  const { studioId } = version;
  await tx.decision.create({
    data: { id: newId<DecisionId>(), studioId, versionId: version.id, kind, digest, comment, byPersonId },
  });
  record({
    topic: 'version.decided',
    subject: { kind: 'version', id: version.id },
    scope: version.scope,
    payload: { kind, digest },
    ...(comment ? { texts: { comment } } : {}),
  });
}
