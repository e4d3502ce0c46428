import type { Tx } from '@pinpaint/db';
import { type MemberId, ok, type PersonId, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import { type Problem, problem } from '../problem.ts';

export type MemberAt = Awaited<ReturnType<typeof load>> & object;

/** The member, for somebody who may manage it; `by` is what they are in its place. */
export async function findMember(tx: Tx, actor: Actor, memberId: MemberId) {
  const member = await load(tx, actor, memberId);
  if (!member) return problem('member.not-found', { memberId });
  const allowed: Result<null, Problem> = permit(actor, 'member.manage', member.scope, 'member.not-found');
  const by = roleIn(actor, member.scope);
  if (!allowed.ok || !by) return allowed.ok ? problem('member.not-found', { memberId }) : allowed;
  return ok({ ...member, by });
}

async function load(tx: Tx, { studioId }: Actor, memberId: MemberId) {
  const row = await tx.member.findFirst({ where: { id: memberId, studioId }, include: { person: true } });
  if (!row) return null;
  const projectId = row.projectId as ProjectId | null;
  return {
    ...row,
    studioId,
    projectId,
    personId: row.personId as PersonId,
    scope: projectId ? { projectId } : {},
  };
}
