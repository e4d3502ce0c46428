import type { Tx } from '@pinpaint/db';
import type { PersonId, ProjectId, Role, StudioId } from '@pinpaint/domain';
import { roleIn } from '../access/actor.ts';
import { loadPerson } from '../access/loadPerson.ts';

type Where = {
  readonly studioId: StudioId;
  readonly personId: PersonId;
  readonly projectId: ProjectId | null;
};

/**
 * What a person is in a place now. A role in a project counts there instead of the studio's: without
 * looking at both, an admin could make an owner a viewer of a project by adding them to it.
 */
export async function effectiveRole(tx: Tx, { studioId, personId, projectId }: Where): Promise<Role | null> {
  const person = await loadPerson(tx, { studioId, personId });
  if (!person) return null;
  if (!projectId) return person.studioRole;
  const role = roleIn(person, { projectId });
  return role === 'guest' ? null : role;
}
