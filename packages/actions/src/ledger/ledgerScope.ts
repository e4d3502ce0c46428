import type { EventScope } from '@pinpaint/db';
import { ok, type ProjectId, type Result, type Topic } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import { inProjectsWhere, mayAnywhere } from '../access/projectScope.ts';
import { type Problem, problem } from '../problem.ts';

export type LedgerFilter = {
  readonly topic?: Topic | undefined;
  readonly subjectId?: string | undefined;
  readonly projectId?: ProjectId | undefined;
};

/** The part of the ledger that an actor may read and asks for. */
export function ledgerScope(actor: Actor, filter: LedgerFilter): Result<EventScope, Problem> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { topic, subjectId, projectId } = filter;
  if (projectId) {
    const allowed = permit(actor, 'ledger.read', { projectId }, 'project.not-found');
    if (!allowed.ok) return allowed;
  } else if (!mayAnywhere(actor, 'ledger.read')) return problem('right.missing', { action: 'ledger.read' });
  return ok({
    ...(projectId ? { projectIds: [projectId] } : { also: inProjectsWhere(actor, 'ledger.read') }),
    ...(topic ? { topics: [topic] } : {}),
    ...(subjectId ? { subjectId } : {}),
  });
}
