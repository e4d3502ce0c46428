import { writing } from '@pinpaint/db';
import { type FrameId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findFrame } from './findFrame.ts';
import { type Frame, toFrame } from './toFrame.ts';

/** What is not said stays as it is. An archived frame is gone from its board; its versions and events stay. */
export type ChangeFrame = {
  readonly frameId: FrameId;
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
};

export async function changeFrame(
  ctx: Ctx,
  actor: Actor,
  wish: ChangeFrame,
): Promise<Result<Frame, Problem>> {
  const name = wish.name === undefined ? null : cleanName(wish.name);
  if (name && !name.ok) return name;
  const { frameId, archived } = wish;
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findFrame(tx, actor, { frameId, action: 'frame.manage', archived: true });
    if (!found.ok) return found;
    if (!name && archived === undefined) return ok(toFrame(found.value));
    const archivedAt = archived ? (found.value.archivedAt ?? ctx.now()) : null;
    const row = await tx.frame.update({
      where: { id: frameId },
      data: { ...(name ? { name: name.value } : {}), ...(archived === undefined ? {} : { archivedAt }) },
    });
    record({
      topic: 'frame.changed',
      subject: { kind: 'frame', id: frameId },
      scope: found.value.scope,
      ...(archived === undefined ? {} : { payload: { archived } }),
      ...(name ? { texts: { name: name.value } } : {}),
    });
    return ok(toFrame(row));
  });
}
