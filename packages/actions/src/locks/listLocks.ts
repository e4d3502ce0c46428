import { type FrameId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';
import { type Lock, toLock } from './toLock.ts';

/** A frame's locks in force, oldest first. */
export async function listLocks(
  ctx: Ctx,
  actor: Actor,
  { frameId }: { readonly frameId: FrameId },
): Promise<Result<readonly Lock[], Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'lock.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.lock.findMany({
    where: { frameId, removedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return ok(rows.map(toLock));
}
