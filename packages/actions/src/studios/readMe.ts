import { ok, type PersonId, type ProjectId, type Result, type Role, type StudioId } from '@pinpaint/domain';
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
  /** Where one can go from here: all one is a member of. A token is for one studio and knows of no other. */
  readonly studios: readonly { readonly id: StudioId; readonly name: string }[];
};

/** More than anybody works for. */
const studioLimit = 100;

export async function readMe(ctx: Ctx, actor: Actor): Promise<Result<Me, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const [studio, person, studios] = await Promise.all([
    ctx.db.studio.findUnique({ where: { id: actor.studioId } }),
    ctx.db.person.findUnique({ where: { id: actor.personId } }),
    ctx.db.studio.findMany({
      where: actor.sessionId ? { members: { some: { personId: actor.personId } } } : { id: actor.studioId },
      select: { id: true, name: true },
      orderBy: { id: 'asc' },
      take: studioLimit,
    }),
  ]);
  if (!studio || !person) return problem('studio.not-found');
  return ok({
    studio: toStudio(studio),
    person: { id: actor.personId, name: person.name, email: person.email },
    studioRole: actor.studioRole,
    projectRoles: [...actor.projectRoles].map(([projectId, role]) => ({ projectId, role })),
    studios: studios.map(({ id, name }) => ({ id: id as StudioId, name })),
  });
}
