import { type Action, may, type ProjectId } from '@pinpaint/domain';
import { type Actor, type PersonActor, roleIn } from './actor.ts';

/** Whether somebody of the studio as a whole may do this; who has roles in projects only may not. */
export function mayInStudio(actor: Actor, action: Action): boolean {
  return actor.kind === 'person' && actor.studioRole !== null && may(actor.studioRole, action);
}

/** Whether there is any place where the actor may do this. */
export function mayAnywhere(actor: PersonActor, action: Action): boolean {
  return mayInStudio(actor, action) || [...actor.projectRoles.values()].some((role) => may(role, action));
}

/**
 * A condition on `projectId` for rows the actor may do this with, for lists that go over projects. Rows of
 * the studio itself (projectId null) are in it only for who has the right in the whole studio.
 */
export function inProjectsWhere(actor: PersonActor, action: Action): ProjectCondition {
  const projects = [...actor.projectRoles.keys()];
  if (mayInStudio(actor, action)) {
    const except = projects.filter((projectId) => !mayIn(actor, action, projectId));
    // SQL's NOT IN is not true of null.
    return except.length > 0 ? { OR: [{ projectId: null }, { projectId: { notIn: except } }] } : {};
  }
  return { projectId: { in: projects.filter((projectId) => mayIn(actor, action, projectId)) } };
}

export type ProjectCondition =
  | { readonly OR?: ({ projectId: null } | { projectId: { notIn: ProjectId[] } })[] }
  | { readonly projectId: { in: ProjectId[] } };

function mayIn(actor: PersonActor, action: Action, projectId: ProjectId): boolean {
  const role = roleIn(actor, { projectId });
  return role !== null && may(role, action);
}
