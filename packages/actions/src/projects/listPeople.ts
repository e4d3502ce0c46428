import { ok, type PersonId, type ProjectId, type Result, type Role } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from './findProject.ts';

/** Somebody with a role in a project, theirs there or the studio's. */
export type ProjectPerson = { readonly id: PersonId; readonly name: string; readonly role: Role };

/** Who can be given pins and be spoken to in a project, by name. A studio's people are few enough for one answer. */
export async function listPeople(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { projectId }: { readonly projectId: ProjectId },
): Promise<Result<readonly ProjectPerson[], Problem>> {
  const found = await findProject(ctx.db, actor, { projectId, action: 'member.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.member.findMany({
    where: { studioId: actor.studioId, OR: [{ projectId: null }, { projectId }] },
    include: { person: { select: { name: true } } },
  });
  const people = new Map<string, ProjectPerson>();
  for (const { personId, projectId: own, role, person } of rows) {
    // A role in the project counts there instead of the studio's.
    if (own || !people.has(personId)) {
      people.set(personId, { id: personId as PersonId, name: person.name, role });
    }
  }
  return ok([...people.values()].sort((a, b) => a.name.localeCompare(b.name)));
}
