import { writing } from '@pinpaint/db';
import { type MemberId, mayChangeMember, ok, type Result, type Role } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findMember } from './findMember.ts';
import { isLastOwner } from './isLastOwner.ts';
import { type Member, toMember } from './toMember.ts';

export type ChangeMemberRole = { readonly memberId: MemberId; readonly role: Role };

export async function changeMemberRole(
  ctx: Ctx,
  actor: Actor,
  { memberId, role }: ChangeMemberRole,
): Promise<Result<Member, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findMember(tx, actor, memberId);
    if (!found.ok) return found;
    const { by, scope, ...member } = found.value;
    if (!mayChangeMember(by, member.role, role)) return problem('right.missing', { action: 'member.manage' });
    if (member.role === role) return ok(toMember(member));
    if (await isLastOwner(tx, found.value)) return problem('member.last-owner');
    const changed = await tx.member.update({
      where: { id: memberId },
      data: { role },
      include: { person: true },
    });
    record({
      topic: 'member.role-changed',
      subject: { kind: 'member', id: memberId },
      scope,
      payload: { personId: member.personId, from: member.role, to: role },
    });
    return ok(toMember(changed));
  });
}
