import { type EditId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findEdit } from '../edits/findEdit.ts';
import type { Problem } from '../problem.ts';
import { type Candidate, toCandidate } from './toCandidate.ts';

/** All of an edit's, the best first: there are four at most. */
export async function listCandidates(
  ctx: Ctx,
  actor: Actor,
  editId: EditId,
): Promise<Result<readonly Candidate[], Problem>> {
  const found = await findEdit(ctx.db, actor, { editId, action: 'edit.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.candidate.findMany({
    where: { studioId: actor.studioId, editId },
    orderBy: { rank: 'asc' },
  });
  return ok(rows.map(toCandidate));
}
