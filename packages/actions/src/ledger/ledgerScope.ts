import type { Db, EventScope } from '@pinpaint/db';
import { ok, type ProjectId, type Result, type Topic } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { inProjectsWhere, mayAnywhere } from '../access/projectScope.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';

export type LedgerFilter = {
  readonly topic?: Topic | undefined;
  readonly subjectId?: string | undefined;
  readonly projectId?: ProjectId | undefined;
};

/** The part of the ledger that an actor may read and asks for. */
export async function ledgerScope(
  db: Db,
  actor: Actor,
  filter: LedgerFilter,
): Promise<Result<EventScope, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { topic, subjectId, projectId } = filter;
  if (projectId) {
    const found = await findProject(db, actor, { projectId, action: 'ledger.read' });
    if (!found.ok) return found;
  } else if (!mayAnywhere(actor, 'ledger.read')) return problem('right.missing', { action: 'ledger.read' });
  return ok({
    ...(projectId ? { projectIds: [projectId] } : { also: inProjectsWhere(actor, 'ledger.read') }),
    ...(topic ? { topics: [topic] } : {}),
    ...(subjectId ? { subjectId } : {}),
  });
}
