import { ok, type Result, type SeriesId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findSeries } from './findSeries.ts';
import { type Series, toSeries } from './toSeries.ts';

export async function readSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { seriesId }: { readonly seriesId: SeriesId },
): Promise<Result<Series, Problem>> {
  const found = await findSeries(ctx.db, actor, { seriesId, action: 'series.read' });
  return found.ok ? ok(toSeries(found.value)) : found;
}
