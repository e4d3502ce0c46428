import type { Db, Tx } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { studioSpent } from '../edits/limits.sql.ts';
import { type Problem, problem } from '../problem.ts';

/** What a studio's edits may cost in 24 hours and in 30 days, and what they have; null: no limit. */
export type StudioSpending = {
  readonly usdPerDay: number | null;
  readonly usdPerMonth: number | null;
  readonly spent: { readonly dayUsd: number; readonly monthUsd: number };
};

export async function readSpending(ctx: Ctx, actor: Actor): Promise<Result<StudioSpending, Problem>> {
  const allowed = permit(actor, 'studio.manage', {}, 'studio.not-found');
  return allowed.ok ? viewSpending(ctx.db, { studioId: actor.studioId, now: ctx.now() }) : allowed;
}

export async function viewSpending(
  db: Db | Tx,
  at: { readonly studioId: string; readonly now: Date },
): Promise<Result<StudioSpending, Problem>> {
  const studio = await db.studio.findUnique({ where: { id: at.studioId } });
  if (!studio) return problem('studio.not-found');
  const { day, whole } = await studioSpent(db, at);
  return ok({
    usdPerDay: studio.usdPerDay,
    usdPerMonth: studio.usdPerMonth,
    spent: { dayUsd: day, monthUsd: whole },
  });
}
