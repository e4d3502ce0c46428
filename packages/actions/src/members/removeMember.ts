import { type Tx, type Writing, writing } from '@pinpaint/db';
import {
  type MemberId,
  mayChangeMember,
  ok,
  type PersonId,
  type Result,
  type StudioId,
} from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { loadPerson } from '../access/loadPerson.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { endSessionsOf } from '../sessions/endSessionsOf.ts';
import { findMember, type MemberAt } from './findMember.ts';
import { isLastOwner } from './isLastOwner.ts';

/**
 * Takes a role away: one in a project, or, with the one in the studio, all. Who has none left is shut out
 * at once, and their tokens and sessions stay dead even if they are added again.
 */
export async function removeMember(
  ctx: Ctx,
  actor: Actor,
  { memberId }: { readonly memberId: MemberId },
): Promise<Result<null, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async (work) => {
    const { tx } = work;
    const found = await findMember(tx, actor, memberId);
    if (!found.ok) return found;
    const { by, ...member } = found.value;
    const leaving = await rolesThatGo(tx, member);
    const mayTakeAll = leaving.every(({ role }) => mayChangeMember(by, role, null));
    // Without a role of its own, the studio's counts in the project again: an owner's is an owner's to give.
    const after = member.projectId ? await studioRoleOf(tx, member) : null;
    if (!mayTakeAll || !mayChangeMember(by, member.role, after)) {
      return problem('right.missing', { action: 'member.manage' });
    }
    if (await isLastOwner(tx, member)) return problem('member.last-owner');
    for (const { id, projectId } of leaving) {
      await tx.member.delete({ where: { id } });
      work.record({
        topic: 'member.removed',
        subject: { kind: 'member', id },
        scope: projectId ? { projectId } : {},
        payload: { personId: member.personId },
      });
    }
    if (!(await loadPerson(tx, member))) {
      await revokeTokensOf(work, member, ctx.now());
      await endSessionsOf(work, member, ctx.now());
    }
    return ok(null);
  });
}

async function rolesThatGo(tx: Tx, member: MemberAt) {
  if (member.projectId) return [member];
  const { studioId, personId } = member;
  const rows = await tx.member.findMany({ where: { studioId, personId } });
  return rows.map((row) => ({ ...row, projectId: row.projectId as MemberAt['projectId'] }));
}

async function studioRoleOf(tx: Tx, member: MemberAt) {
  return (await loadPerson(tx, member))?.studioRole ?? null;
}

type Whose = { readonly studioId: StudioId; readonly personId: PersonId };

async function revokeTokensOf({ tx, record }: Writing, { studioId, personId }: Whose, now: Date) {
  const tokens = await tx.apiToken.findMany({ where: { studioId, personId, revokedAt: null } });
  await tx.apiToken.updateMany({ where: { studioId, personId, revokedAt: null }, data: { revokedAt: now } });
  for (const { id } of tokens) {
    record({ topic: 'token.revoked', subject: { kind: 'token', id }, payload: { personId } });
  }
}
