import type { Tx } from '@pinpaint/db';
import { ok, type Result, type VersionId, type VersionState } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion, type VersionAt } from '../versions/findVersion.ts';

/** One that a newer one has replaced was the source of truth in its time, and its files stay what they are. */
const wasApproved: ReadonlySet<VersionState> = new Set(['approved', 'superseded']);

export type ApprovedVersion = VersionAt & { readonly digest: string };

/** The version, when renditions may be made of it. */
export async function findApproved(
  tx: Tx,
  actor: Actor,
  versionId: VersionId,
): Promise<Result<ApprovedVersion, Problem>> {
  const found = await findVersion(tx, actor, { versionId, action: 'rendition.make' });
  if (!found.ok) return found;
  const { digest, state } = found.value;
  if (!digest || !wasApproved.has(state)) return problem('rendition.not-approved', { state });
  return ok({ ...found.value, digest });
}
