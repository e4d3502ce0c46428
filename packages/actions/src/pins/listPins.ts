import { type FrameId, ok, type PersonId, type PinState, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';
import { pinsInReview } from './pinsInReview.ts';
import { type ClientPin, type Pin, toPin } from './toPin.ts';

export type ListPins = PageWish & {
  readonly frameId: FrameId;
  readonly state?: PinState | undefined;
  readonly assigneeId?: PersonId | undefined;
};

/** A frame's pins in the order they were placed. The filters are the house's: for customers they don't exist. */
export async function listPins(
  ctx: Ctx,
  actor: Actor,
  { frameId, state, assigneeId, ...wish }: ListPins,
): Promise<Result<Page<Pin | ClientPin>, Problem>> {
  const action = state || assigneeId ? 'edit.read' : 'pin.read';
  const found = await findFrame(ctx.db, actor, { frameId, action });
  if (!found.ok) return found;
  const rows = await ctx.db.pin.findMany({
    where: {
      studioId: actor.studioId,
      frameId,
      ...(state ? { state } : {}),
      ...(assigneeId ? { assigneeId } : {}),
      ...afterId(wish),
    },
    ...onePage(wish),
  });
  const role = roleIn(actor, found.value.scope) ?? 'guest';
  const inReview = await pinsInReview(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return ok(toPage(rows, wish, (row) => toPin(row, { role, isInReview: inReview.has(row.id) })));
}
