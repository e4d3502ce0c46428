import type { Db, Tx } from '@pinpaint/db';
import type { ProjectPolicy } from '../projects/toProject.ts';

/** What a project may spend on edits, and what it has: null without a limit. */
export type Budget = { readonly limitUsd: number; readonly spentUsd: number };

type At = { readonly studioId: string; readonly projectId: string };

/**
 * Discarded and failed edits have cost what they cost. One that has not answered counts with its estimate,
 * also when it was cancelled in mid-run: a service bills what it has begun.
 */
export async function readBudget(db: Db | Tx, { studioId, projectId }: At): Promise<Budget | null> {
  const project = await db.project.findFirst({
    where: { id: projectId, studioId },
    select: { policy: true },
  });
  const limitUsd = (project?.policy as ProjectPolicy | undefined)?.usdLimit ?? null;
  if (limitUsd === null) return null;
  const [sum] = await db.$queryRaw<{ usd: number }[]>`
    SELECT coalesce(sum(CASE
      WHEN edit.cost IS NOT NULL THEN (edit.cost->>'usd')::float8
      WHEN edit.started_at IS NOT NULL OR edit.state IN ('queued', 'running')
        THEN (edit.estimate->'region'->>'usd')::float8
      ELSE 0 END), 0) AS usd
    FROM edit JOIN frame ON frame.id = edit.frame_id JOIN board ON board.id = frame.board_id
    WHERE board.project_id = ${projectId}::uuid AND edit.studio_id = ${studioId}::uuid`;
  return { limitUsd, spentUsd: sum?.usd ?? 0 };
}
