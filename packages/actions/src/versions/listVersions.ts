import { type FrameId, ok, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';
import { shownToCustomers } from './findVersion.ts';
import { readVersions } from './readVersion.ts';
import type { Version } from './toVersion.ts';

/** A frame's versions, newest first; a customer sees those that were shown to them. */
export async function listVersions(
  ctx: Ctx,
  actor: Actor,
  { frameId }: { readonly frameId: FrameId },
): Promise<Result<readonly Version[], Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'version.read' });
  if (!found.ok) return found;
  const role = roleIn(actor, found.value.scope);
  const isCustomer = role === 'guest' || role === 'client';
  return ok(
    await readVersions(ctx.db, { frameId, ...(isCustomer ? { state: { in: [...shownToCustomers] } } : {}) }),
  );
}
