import { type Writing, writing } from '@pinpaint/db';
import { ok, type Result, type SeriesId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findSeries, type SeriesAt } from './findSeries.ts';
import { type Series, viewSeries } from './toSeries.ts';

/** What is done to a series; says what it did for the ledger. */
type SeriesChange = (writing: Writing, series: SeriesAt) => Promise<Result<SeriesDeed, Problem>>;
type SeriesDeed = {
  readonly payload: { readonly [key: string]: string | readonly string[] };
  readonly texts?: { readonly name: string };
};

/** What every change of a series has in common. */
export async function changeSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { seriesId, change }: { readonly seriesId: SeriesId; readonly change: SeriesChange },
): Promise<Result<Series, Problem>> {
  const by = { studioId: actor.studioId, actor: deedActor(actor) };
  return writing(ctx.db, by, async (writing) => {
    const found = await findSeries(writing.tx, actor, { seriesId, action: 'series.change' });
    if (!found.ok) return found;
    const changed = await change(writing, found.value);
    if (!changed.ok) return changed;
    writing.record({
      topic: 'series.changed',
      subject: { kind: 'series', id: seriesId },
      scope: found.value.scope,
      ...changed.value,
    });
    return ok(await viewSeries(writing.tx, seriesId));
  });
}
