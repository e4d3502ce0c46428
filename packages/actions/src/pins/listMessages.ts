import { may, ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { authorIds, namesOf } from '../access/names.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findPin } from './findPin.ts';
import { type Message, toMessage } from './toMessage.ts';

/** A pin's thread, oldest first. */
export async function listMessages(
  ctx: Ctx,
  actor: Actor,
  { pinId, ...wish }: PageWish & { readonly pinId: PinId },
): Promise<Result<Page<Message>, Problem>> {
  const found = await findPin(ctx.db, actor, { pinId, action: 'pin.read' });
  if (!found.ok) return found;
  const readsAll = may(found.value.role, 'edit.read');
  const rows = await ctx.db.pinMessage.findMany({
    where: { studioId: actor.studioId, pinId, ...(readsAll ? {} : { internal: false }), ...afterId(wish) },
    ...onePage(wish),
  });
  const names = await namesOf(ctx.db, rows.flatMap(authorIds));
  return ok(toPage(rows, wish, (row) => toMessage(row, names)));
}
