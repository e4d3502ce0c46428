import { type Db, Prisma, type Tx } from '@pinpaint/db';
import type { SpendingLimit } from '@pinpaint/domain';
import type { ProjectPolicy } from '../projects/toProject.ts';

type At = {
  readonly studioId: string;
  readonly projectId: string;
  readonly now: Date;
  /** Without what only waits: what is left for one whose turn it is. */
  readonly begunOnly?: boolean;
};

const dayMs = 24 * 60 * 60_000;
const monthMs = 30 * dayMs;

/**
 * The limits that an edit here is under, with what has been spent on each. An edit counts from when it was queued.
 *
 * Read in the transaction that queues one, behind the studio's ledger head: of two edits at once the second sees the
 * first.
 */
export async function readLimits(db: Db | Tx, at: At): Promise<readonly SpendingLimit[]> {
  const [project, studio] = await Promise.all([
    db.project.findFirst({ where: { id: at.projectId, studioId: at.studioId }, select: { policy: true } }),
    db.studio.findUnique({ where: { id: at.studioId }, select: { usdPerDay: true, usdPerMonth: true } }),
  ]);
  const { usdPerEdit, usdPerDay, usdLimit }: Partial<ProjectPolicy> = (project?.policy ??
    {}) as ProjectPolicy;
  const own = isSet(usdPerDay) || isSet(usdLimit) ? await projectSpent(db, at) : nothing;
  const all =
    studio && (isSet(studio.usdPerDay) || isSet(studio.usdPerMonth)) ? await studioSpent(db, at) : nothing;
  const limits = [
    { of: 'edit', limitUsd: usdPerEdit, spentUsd: 0 },
    { of: 'project-day', limitUsd: usdPerDay, spentUsd: own.day },
    { of: 'project', limitUsd: usdLimit, spentUsd: own.whole },
    { of: 'studio-day', limitUsd: studio?.usdPerDay, spentUsd: all.day },
    { of: 'studio-month', limitUsd: studio?.usdPerMonth, spentUsd: all.whole },
  ] as const;
  return limits.flatMap(({ limitUsd, ...limit }) => (isSet(limitUsd) ? [{ ...limit, limitUsd }] : []));
}

function isSet(usd: number | null | undefined): usd is number {
  return usd !== null && usd !== undefined;
}

type Spent = { readonly day: number; readonly whole: number };

const nothing: Spent = { day: 0, whole: 0 };

/**
 * Discarded and failed edits have cost what they cost. One that has not answered counts with its estimate,
 * also when it was cancelled in mid-run: a service bills what it has begun.
 */
const usdOf = (begunOnly: boolean) => Prisma.sql`CASE
  WHEN edit.cost IS NOT NULL THEN (edit.cost->>'usd')::float8
  WHEN edit.started_at IS NOT NULL OR (edit.state IN ('queued', 'running') AND NOT ${begunOnly})
    THEN (edit.estimate->'region'->>'usd')::float8
  ELSE 0 END`;

/** In all, and in the last 24 hours. */
async function projectSpent(
  db: Db | Tx,
  { studioId, projectId, now, begunOnly = false }: At,
): Promise<Spent> {
  const usd = usdOf(begunOnly);
  const [spent] = await db.$queryRaw<Spent[]>`
    WITH spent AS (
      SELECT ${usd} AS usd, edit.created_at
      FROM edit JOIN frame ON frame.id = edit.frame_id JOIN board ON board.id = frame.board_id
      WHERE board.project_id = ${projectId}::uuid AND edit.studio_id = ${studioId}::uuid
      UNION ALL
      SELECT usd, created_at FROM charge
      WHERE project_id = ${projectId}::uuid AND studio_id = ${studioId}::uuid
    )
    SELECT coalesce(sum(usd), 0) AS whole,
      coalesce(sum(usd) FILTER (WHERE created_at > ${before(now, dayMs)}), 0) AS day
    FROM spent`;
  return spent ?? nothing;
}

/** By all projects together in the last 30 days, and in the last 24 hours. */
export async function studioSpent(
  db: Db | Tx,
  { studioId, now, begunOnly = false }: Omit<At, 'projectId'>,
): Promise<Spent> {
  const usd = usdOf(begunOnly);
  const [spent] = await db.$queryRaw<Spent[]>`
    WITH spent AS (
      SELECT ${usd} AS usd, created_at FROM edit
      WHERE studio_id = ${studioId}::uuid AND created_at > ${before(now, monthMs)}
      UNION ALL
      SELECT usd, created_at FROM charge
      WHERE studio_id = ${studioId}::uuid AND created_at > ${before(now, monthMs)}
    )
    SELECT coalesce(sum(usd), 0) AS whole,
      coalesce(sum(usd) FILTER (WHERE created_at > ${before(now, dayMs)}), 0) AS day
    FROM spent`;
  return spent ?? nothing;
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}
