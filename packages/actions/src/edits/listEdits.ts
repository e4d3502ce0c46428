import { type EditState, type FrameId, ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';
import { type Edit, toEdit } from './toEdit.ts';

export type ListEdits = PageWish & {
  readonly frameId: FrameId;
  readonly pinId?: PinId | undefined;
  readonly state?: EditState | undefined;
};

/** A frame's edits, oldest first. */
export async function listEdits(
  ctx: Ctx,
  actor: Actor,
  { frameId, pinId, state, ...wish }: ListEdits,
): Promise<Result<Page<Edit>, Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'edit.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.edit.findMany({
    where: {
      studioId: actor.studioId,
      frameId,
      ...(pinId ? { pinId } : {}),
      ...(state ? { state } : {}),
      ...afterId(wish),
    },
    ...onePage(wish),
  });
  return ok(toPage(rows, wish, toEdit));
}
