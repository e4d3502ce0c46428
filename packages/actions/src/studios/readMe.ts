import { ok, type PersonId, type ProjectId, type Result, type Role } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Studio, toStudio } from './toStudio.ts';

/** Whom a token belongs to, and what they are where. */
export type Me = {
  readonly studio: Studio;
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string };
  readonly studioRole: Role | null;
  readonly projectRoles: readonly { readonly projectId: ProjectId; readonly role: Role }[];
};

export async function readMe(ctx: Ctx, actor: Actor): Promise<Result<Me, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const [studio, person] = await Promise.all([
    ctx.db.studio.findUnique({ where: { id: actor.studioId } }),
    ctx.db.person.findUnique({ where: { id: actor.personId } }),
  ]);
  if (!studio || !person) return problem('studio.not-found');
  return ok({
    studio: toStudio(studio),
    person: { id: actor.personId, name: person.name, email: person.email },
    studioRole: actor.studioRole,
    projectRoles: [...actor.projectRoles].map(([projectId, role]) => ({ projectId, role })),
  });
}
