import { writing } from '@pinpaint/db';
import type { Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { type StudioSpending, viewSpending } from './readSpending.ts';

/** What is not said stays as it is; null takes a limit away. */
export type LimitSpending = {
  readonly usdPerDay?: number | null | undefined;
  readonly usdPerMonth?: number | null | undefined;
};

/** Sets what all projects of the studio may spend together. What is queued already goes on. */
export async function limitSpending(
  ctx: Ctx,
  actor: Actor,
  { usdPerDay, usdPerMonth }: LimitSpending,
): Promise<Result<StudioSpending, Problem>> {
  const { studioId } = actor;
  const allowed = permit(actor, 'studio.manage', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  const limits = {
    ...(usdPerDay === undefined ? {} : { usdPerDay }),
    ...(usdPerMonth === undefined ? {} : { usdPerMonth }),
  };
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    await tx.studio.update({ where: { id: studioId }, data: limits });
    record({ topic: 'studio.changed', subject: { kind: 'studio', id: studioId }, payload: limits });
    return viewSpending(tx, { studioId, now: ctx.now() });
  });
}
