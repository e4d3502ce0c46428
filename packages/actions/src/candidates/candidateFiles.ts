import { type CandidateId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findCandidate } from './findCandidate.ts';

/** A candidate's files, by the names of blobs. */
export type CandidateFiles = { readonly patch: string; readonly alpha: string };

export async function candidateFiles(
  ctx: Ctx,
  actor: Actor,
  candidateId: CandidateId,
): Promise<Result<CandidateFiles, Problem>> {
  const found = await findCandidate(ctx.db, actor, { candidateId, action: 'edit.read' });
  if (!found.ok) return found;
  return ok({ patch: found.value.patchBlob, alpha: found.value.alphaBlob });
}
