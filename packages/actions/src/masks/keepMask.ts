import { type FrameId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';

export const maskBytesLimit = 8 * 1024 * 1024;

export type KeepMask = {
  readonly frameId: FrameId;
  /** An 8-bit grey PNG, already looked through and stored. */
  readonly upload: KeptBlob;
};

/** Whoever may pin may bring the mask of a region. Asked before a file is received too. */
export function mayKeepMask(db: Ctx['db'], actor: Actor, { frameId }: Pick<KeepMask, 'frameId'>) {
  return findFrame(db, actor, { frameId, action: 'pin.place' });
}

/** Until a region names it, it means nothing: so no event tells of it. */
export async function keepMask(
  { db }: Pick<Ctx, 'db'>,
  actor: Actor,
  wish: KeepMask,
): Promise<Result<null, Problem>> {
  const allowed = await mayKeepMask(db, actor, wish);
  if (!allowed.ok) return allowed;
  await keepBlobs(db, actor.studioId, [wish.upload]);
  return ok(null);
}
