import type { Db, Tx } from '@pinpaint/db';
import type { PersonId, ProjectId, Role, StudioId } from '@pinpaint/domain';
import type { PersonActor } from './actor.ts';

type Who = { readonly studioId: StudioId; readonly personId: PersonId };

/** Somebody with the roles they have in a studio now. Null: none, so for this studio they are nobody. */
export async function loadPerson(db: Db | Tx, { studioId, personId }: Who): Promise<PersonActor | null> {
  const members = await db.member.findMany({
    where: { studioId, personId },
    select: { projectId: true, role: true },
  });
  if (members.length === 0) return null;
  const projectRoles = new Map<ProjectId, Role>();
  let studioRole: Role | null = null;
  for (const { projectId, role } of members) {
    if (projectId) projectRoles.set(projectId as ProjectId, role);
    else studioRole = role;
  }
  return { kind: 'person', studioId, personId, studioRole, projectRoles };
}
