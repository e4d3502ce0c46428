import { type EditState, ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { namesOf } from '../access/names.ts';
import { afterId, newestPage, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { type FramesOf, findFrames } from '../frames/findFrames.ts';
import type { Problem } from '../problem.ts';
import { rateWaits } from '../workers/rateWaits.ts';
import { type Edit, toEdit } from './toEdit.ts';

export type ListEdits = PageWish & {
  readonly of: FramesOf;
  readonly newestFirst?: boolean;
  readonly pinId?: PinId | undefined;
  readonly state?: EditState | undefined;
};

/** The edits of a frame or of a whole board. */
export async function listEdits(
  ctx: Ctx,
  actor: Actor,
  { of, newestFirst = false, pinId, state, ...wish }: ListEdits,
): Promise<Result<Page<Edit>, Problem>> {
  const found = await findFrames(ctx.db, actor, { of, action: 'edit.read' });
  if (!found.ok) return found;
  const page = newestFirst ? newestPage(wish) : { where: afterId(wish), ...onePage(wish) };
  const rows = await ctx.db.edit.findMany({
    where: {
      studioId: actor.studioId,
      ...found.value.where,
      ...(pinId ? { pinId } : {}),
      ...(state ? { state } : {}),
      ...page.where,
    },
    orderBy: page.orderBy,
    take: page.take,
  });
  const { studioId } = actor;
  const [names, waits] = await Promise.all([
    namesOf(
      ctx.db,
      rows.map(({ createdBy }) => createdBy),
    ),
    rateWaits(ctx.db, { studioId, rows, now: ctx.now() }),
  ]);
  return ok(toPage(rows, wish, (row) => toEdit(row, names, waits)));
}
