import { type Tx, type Writing, writing } from '@pinpaint/db';
import { type DecisionId, newId, ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { contentDigest, layersOf } from '../versions/contentOf.ts';
import { findVersion, type VersionAt } from '../versions/findVersion.ts';
import { movePinsOf } from '../versions/movePinsOf.ts';
import { type Proof, proofHolds } from '../versions/proof.ts';
import { viewWhole } from '../versions/readVersion.ts';
import { settlePinsOf } from '../versions/settlePinsOf.ts';
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
    const wrong = whyNot(version, wish) ?? (await otherContent(writing.tx, version));
    if (wrong) return wrong;
    const superseded = wish.kind === 'approve' ? await supersedeApproved(writing, version) : ok(null);
    if (!superseded.ok) return superseded;
    const event = wish.kind === 'approve' ? 'approve' : 'requestChanges';
    const moved = await swapVersionState(writing, version, { event, data: { decidedAt: ctx.now() } });
    if (!moved.ok) return moved;
    await recordDecision(writing, version, { ...wish, byPersonId: personIdOf(actor) });
    const pins = await movePinsOf(
      writing,
      version,
      wish.kind === 'approve' ? { event: 'resolve', but: superseded.value } : { event: 'askAgain' },
    );
    if (!pins.ok) return pins;
    await settlePinsOf(writing, version);
    return ok(await viewWhole(writing.tx, wish.versionId));
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

/** The digest was seen by people; that it still is its content's is for us to see. */
async function otherContent(tx: Tx, { id, digest, bounds, frame }: VersionAt) {
  const { masterDigest, profileBlob } = frame;
  const layers = await layersOf(tx, id);
  const content = contentDigest({ masterDigest: masterDigest ?? '', profileBlob, bounds, layers });
  return content === digest ? null : problem('version.other-digest', { digest: content });
}

/** @returns the version that was approved until now. */
async function supersedeApproved(
  writing: Writing,
  version: VersionAt,
): Promise<Result<string | null, Problem>> {
  const approved = await writing.tx.version.findFirst({
    where: { frameId: version.frameId, state: 'approved' },
  });
  if (!approved) return ok(null);
  const moved = await swapVersionState(
    writing,
    { ...approved, scope: version.scope },
    { event: 'supersede' },
  );
  return moved.ok ? ok(approved.id) : moved;
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
