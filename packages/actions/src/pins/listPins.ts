import { ok, type PersonId, type PinState, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { namesOf } from '../access/names.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { type FramesOf, findFrames } from '../frames/findFrames.ts';
import { kitNames } from '../kit/kitNames.ts';
import type { Problem } from '../problem.ts';
import { pinsInReview } from './pinsInReview.ts';
import { type ClientPin, namedInPin, type Pin, toPin } from './toPin.ts';

export type ListPins = PageWish & {
  readonly of: FramesOf;
  readonly state?: PinState | undefined;
  readonly assigneeId?: PersonId | undefined;
};

/** Pins of a frame or of a whole board in the order they were placed. The filters are the house's: for customers they don't exist. */
export async function listPins(
  ctx: Ctx,
  actor: Actor,
  { of, state, assigneeId, ...wish }: ListPins,
): Promise<Result<Page<Pin | ClientPin>, Problem>> {
  const action = state || assigneeId ? 'edit.read' : 'pin.read';
  const found = await findFrames(ctx.db, actor, { of, action });
  if (!found.ok) return found;
  const rows = await ctx.db.pin.findMany({
    where: {
      studioId: actor.studioId,
      ...found.value.where,
      ...(state ? { state } : {}),
      ...(assigneeId ? { assigneeId } : {}),
      ...afterId(wish),
    },
    ...onePage(wish),
  });
  const role = roleIn(actor, found.value.scope) ?? 'guest';
  const ids = rows.map(({ id }) => id);
  const [inReview, names, kit] = await Promise.all([
    pinsInReview(ctx.db, ids),
    namesOf(ctx.db, rows.flatMap(namedInPin)),
    kitNames(ctx.db, { studioId: actor.studioId, projectId: found.value.scope.projectId }),
  ]);
  return ok(toPage(rows, wish, (row) => toPin(row, { role, isInReview: inReview.has(row.id), names, kit })));
}
