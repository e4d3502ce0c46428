import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { mayAnywhere } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Studio, toStudio } from './toStudio.ts';

/** Also for those who belong to one of its projects only. Guests know their link, not the studio. */
export async function readStudio(ctx: Ctx, actor: Actor): Promise<Result<Studio, Problem>> {
  if (actor.kind === 'guest' || !mayAnywhere(actor, 'studio.read')) return problem('studio.not-found');
  const studio = await ctx.db.studio.findUnique({ where: { id: actor.studioId } });
  return studio ? ok(toStudio(studio)) : problem('studio.not-found');
}
