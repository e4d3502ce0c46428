import type { Db, Tx } from '@pinpaint/db';
import { type Action, ok, type ProjectId, type Result, type SeriesId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';
import { type SeriesRow, seriesParts } from './toSeries.ts';

export type SeriesAt = SeriesRow & { readonly scope: { readonly projectId: ProjectId } };

/** The series, when it exists for this actor and they may do this with it. */
export async function findSeries(
  db: Db | Tx,
  actor: Actor,
  { seriesId, action }: { readonly seriesId: SeriesId; readonly action: Action },
): Promise<Result<SeriesAt, Problem>> {
  const { studioId } = actor;
  const row = await db.series.findFirst({
    where: { id: seriesId, studioId, removedAt: null },
    include: seriesParts,
  });
  if (!row) return problem('series.not-found', { seriesId });
  const scope = { projectId: row.projectId as ProjectId };
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'series.not-found' });
  return allowed.ok ? ok({ ...row, scope }) : allowed;
}
