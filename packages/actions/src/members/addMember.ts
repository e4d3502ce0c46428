import { writing } from '@pinpaint/db';
import { type MemberId, mayChangeMember, ok, type ProjectId, type Result, type Role } from '@pinpaint/domain';
import { type Actor, deedActor, roleIn } from '../access/actor.ts';
import { cleanEmail } from '../access/cleanEmail.ts';
import { cleanName } from '../access/cleanName.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { effectiveRole } from './effectiveRole.ts';
import { ensurePerson } from './ensurePerson.ts';
import { type Member, toMember } from './toMember.ts';

export type AddMember = {
  readonly id: MemberId;
  readonly email: string;
  /** For an account that does not exist yet; one that does keeps its own. */
  readonly name: string;
  readonly role: Role;
  /** null: the whole studio. */
  readonly projectId: ProjectId | null;
};

export async function addMember(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: AddMember,
): Promise<Result<Member, Problem>> {
  const { studioId } = actor;
  const { projectId, role } = wish;
  const place = projectId ? { projectId } : {};
  const allowed = permit(actor, 'member.manage', place, projectId ? 'project.not-found' : 'studio.not-found');
  if (!allowed.ok) return allowed;
  const email = cleanEmail(wish.email);
  if (!email.ok) return email;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    if (projectId) {
      const found = await findProject(tx, actor, { projectId, action: 'member.manage' });
      if (!found.ok) return found;
    }
    const person = await ensurePerson(tx, { email: email.value, name: name.value });
    const sent = await tx.member.findUnique({ where: { id: wish.id }, include: { person: true } });
    if (sent) {
      const same = sent.studioId === studioId && sent.personId === person.id && sent.projectId === projectId;
      return same ? ok(toMember(sent)) : problem('member.id-taken');
    }
    const there = await tx.member.count({ where: { studioId, personId: person.id, projectId } });
    if (there > 0) return problem('member.already');
    const from = await effectiveRole(tx, { studioId, personId: person.id, projectId });
    const by = roleIn(actor, place);
    if (!by || !mayChangeMember(by, from, role)) return problem('right.missing', { action: 'member.manage' });
    const member = await tx.member.create({
      data: { id: wish.id, studioId, personId: person.id, projectId, role },
      include: { person: true },
    });
    record({
      topic: 'member.added',
      subject: { kind: 'member', id: member.id },
      scope: place,
      payload: { personId: person.id, role },
    });
    return ok(toMember(member));
  });
}
