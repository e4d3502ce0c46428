import { writing } from '@pinpaint/db';
import { type FrameId, type LockId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import { type Lock, toLock } from './toLock.ts';

/** The row stays: a proof of an older version still speaks of it. */
export async function removeLock(
  ctx: Ctx,
  actor: Actor,
  { lockId }: { readonly lockId: LockId },
): Promise<Result<Lock, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const lock = await tx.lock.findFirst({
      where: { id: lockId, studioId: actor.studioId, removedAt: null },
    });
    if (!lock) return problem('lock.not-found', { lockId });
    const found = await findFrame(tx, actor, { frameId: lock.frameId as FrameId, action: 'lock.remove' });
    if (!found.ok)
      return found.error.code === 'frame.not-found' ? problem('lock.not-found', { lockId }) : found;
    await tx.lock.update({ where: { id: lockId }, data: { removedAt: ctx.now() } });
    record({ topic: 'lock.removed', subject: { kind: 'lock', id: lockId }, scope: found.value.scope });
    return ok(toLock(lock));
  });
}
