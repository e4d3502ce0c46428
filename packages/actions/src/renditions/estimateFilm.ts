import { ok, type Result, type SpendingLimit, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { readLimits } from '../edits/limits.sql.ts';
import type { Problem } from '../problem.ts';
import { findVersion } from '../versions/findVersion.ts';

export type FilmEstimate = {
  /** null: nobody makes films here. */
  readonly film: { readonly model: string; readonly usdPerSecond: number } | null;
  readonly limits: readonly SpendingLimit[];
};

/** Who would make a film of this version, for how much a second, and under which limits. */
export async function estimateFilm(
  ctx: Pick<Ctx, 'db' | 'now' | 'hosted'>,
  actor: Actor,
  { versionId }: { readonly versionId: VersionId },
): Promise<Result<FilmEstimate, Problem>> {
  const found = await findVersion(ctx.db, actor, { versionId, action: 'rendition.make' });
  if (!found.ok) return found;
  const { studioId } = actor;
  const { projectId } = found.value.scope;
  const { film } = ctx.hosted;
  return ok({
    film: film && { model: film.model, usdPerSecond: film.usdPerSecond },
    limits: await readLimits(ctx.db, { studioId, projectId, now: ctx.now() }),
  });
}
