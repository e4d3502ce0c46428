import { type CarryId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findCarry } from './findCarry.ts';
import type { Carry } from './toCarry.ts';
import { viewCarry } from './viewCarry.ts';

/** What was found where, what it would take, and what was made. */
export async function readCarry(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { carryId }: { readonly carryId: CarryId },
): Promise<Result<Carry, Problem>> {
  const found = await findCarry(ctx.db, actor, { carryId, action: 'edit.read' });
  return found.ok ? ok(await viewCarry(ctx.db, found.value, { now: ctx.now() })) : found;
}
