import type { Db, Prisma, Tx } from '@pinpaint/db';
import { type Action, type CandidateId, type EditId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type EditAt, findEdit } from '../edits/findEdit.ts';
import { type Problem, problem } from '../problem.ts';

export type CandidateAt = Prisma.CandidateModel & { readonly edit: EditAt };

/** The candidate with its edit, when it exists for this actor and they may do this with it. */
export async function findCandidate(
  db: Db | Tx,
  actor: Actor,
  { candidateId, action }: { readonly candidateId: CandidateId; readonly action: Action },
): Promise<Result<CandidateAt, Problem>> {
  const row = await db.candidate.findFirst({ where: { id: candidateId, studioId: actor.studioId } });
  if (!row) return problem('candidate.not-found', { candidateId });
  const found = await findEdit(db, actor, { editId: row.editId as EditId, action });
  if (found.ok) return ok({ ...row, edit: found.value });
  return found.error.code === 'edit.not-found' ? problem('candidate.not-found', { candidateId }) : found;
}
