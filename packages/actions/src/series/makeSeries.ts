import { writing } from '@pinpaint/db';
import { type FrameId, ok, type ProjectId, type Result, type SeriesId } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { joinSeries } from './joinSeries.ts';
import { type Series, viewSeries } from './toSeries.ts';

export type MakeSeries = {
  readonly id: SeriesId;
  readonly projectId: ProjectId;
  readonly name: string;
  /** In their order; none to begin with an empty one. */
  readonly frameIds: readonly FrameId[];
};

export async function makeSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  wish: MakeSeries,
): Promise<Result<Series, Problem>> {
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  const { studioId } = actor;
  const { id, projectId, frameIds } = wish;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findProject(tx, actor, { projectId, action: 'series.change' });
    if (!found.ok) return found;
    const sent = await tx.series.findUnique({ where: { id } });
    if (sent) {
      const same = sent.projectId === projectId && sent.name === name.value && !sent.removedAt;
      return same ? ok(await viewSeries(tx, id)) : problem('series.id-taken', { id });
    }
    const row = { id, studioId, projectId, name: name.value, createdBy: personIdOf(actor) };
    await tx.series.create({ data: row });
    const joined = await joinSeries(tx, { studioId, projectId, seriesId: id, frameIds });
    if (!joined.ok) return joined;
    record({
      topic: 'series.made',
      subject: { kind: 'series', id },
      scope: { projectId },
      payload: { frames: [...frameIds] },
      texts: { name: name.value },
    });
    return ok(await viewSeries(tx, id));
  });
}
