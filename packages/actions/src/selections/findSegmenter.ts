import type { Db } from '@pinpaint/db';
import { type FrameId, ok, type Result, type StudioId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';
import { isConnected } from '../workers/connectedEngines.ts';

export type SegmenterView = {
  /** As the operator calls the model; null: no worker that is connected has one. */
  readonly name: string | null;
};

/** What a selection on this frame would be answered by just now. */
export async function findSegmenter(
  ctx: Ctx,
  actor: Actor,
  frameId: FrameId,
): Promise<Result<SegmenterView, Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'pin.place' });
  if (!found.ok) return found;
  return ok({ name: await connectedSegmenter(ctx.db, { studioId: actor.studioId, now: ctx.now() }) });
}

export async function connectedSegmenter(
  db: Db,
  at: { readonly studioId: StudioId; readonly now: Date },
): Promise<string | null> {
  const worker = await db.worker.findFirst({
    where: { ...isConnected(at), segmenter: { not: null } },
    orderBy: [{ studioId: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { segmenter: true },
  });
  return worker?.segmenter ?? null;
}
