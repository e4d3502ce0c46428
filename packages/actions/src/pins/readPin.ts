import { ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findPin, viewPin } from './findPin.ts';
import type { ClientPin, Pin } from './toPin.ts';

export async function readPin(
  ctx: Ctx,
  actor: Actor,
  pinId: PinId,
): Promise<Result<Pin | ClientPin, Problem>> {
  const found = await findPin(ctx.db, actor, { pinId, action: 'pin.read' });
  return found.ok ? ok(await viewPin(ctx.db, found.value)) : found;
}
