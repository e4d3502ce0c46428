import { writing } from '@pinpaint/db';
import { type DecisionId, newId, ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, authorOf, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion } from '../versions/findVersion.ts';
import { viewVersion } from '../versions/readVersion.ts';
import type { ClientVersion } from '../versions/toVersion.ts';

export type SignOff = {
  readonly versionId: VersionId;
  readonly kind: 'sign_off' | 'sign_off_changes';
  /** The digest the client looked at. */
  readonly digest: string;
  readonly comment: string | null;
};

/** A client's word, recorded beside the version; it moves nothing. Of several by one client the last counts. */
export async function signOffVersion(
  ctx: Ctx,
  actor: Actor,
  wish: SignOff,
): Promise<Result<ClientVersion, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findVersion(tx, actor, { versionId: wish.versionId, action: 'version.signOff' });
    if (!found.ok) return found;
    const version = found.value;
    if (version.state !== 'in_review') {
      return problem('version.illegal-move', { from: version.state, event: wish.kind });
    }
    if (version.digest !== wish.digest) return problem('version.other-digest', { digest: version.digest });
    const { kind, digest, comment } = wish;
    await tx.decision.create({
      data: {
        id: newId<DecisionId>(),
        studioId: actor.studioId,
        versionId: version.id,
        kind,
        digest,
        comment,
        ...authorOf(actor),
      },
    });
    record({
      topic: 'version.signed-off',
      subject: { kind: 'version', id: version.id },
      scope: version.scope,
      payload: { kind, digest },
      ...(comment ? { texts: { comment } } : {}),
    });
    return ok(await viewVersion(tx, actor, version));
  });
}
