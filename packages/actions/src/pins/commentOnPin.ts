import { type Prisma, type Tx, writing } from '@pinpaint/db';
import { may, ok, type PinId, type Result } from '@pinpaint/domain';
import { type Actor, authorOf, deedActor } from '../access/actor.ts';
import { authorIds, namesOf } from '../access/names.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findPin } from './findPin.ts';
import { type Message, toMessage } from './toMessage.ts';

export type CommentOnPin = {
  /** Made by the client (UUIDv7). */
  readonly id: string;
  readonly pinId: PinId;
  readonly text: string;
  /** Customers can neither write nor read such a one. */
  readonly internal: boolean;
};

export const messageLimit = 4_000;

export async function commentOnPin(
  ctx: Ctx,
  actor: Actor,
  wish: CommentOnPin,
): Promise<Result<Message, Problem>> {
  const text = wish.text.trim();
  if (!text) return problem('message.empty');
  if (text.length > messageLimit) return problem('message.too-long', { limit: messageLimit });
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findPin(tx, actor, { pinId: wish.pinId, action: 'pin.comment' });
    if (!found.ok) return found;
    const pin = found.value;
    if (wish.internal && !may(pin.role, 'edit.read'))
      return problem('right.missing', { action: 'pin.comment' });
    const sent = await tx.pinMessage.findFirst({ where: { id: wish.id } });
    if (sent) {
      const same = sent.pinId === pin.id && sent.text === text;
      return same ? ok(await viewMessage(tx, sent)) : problem('message.id-taken', { id: wish.id });
    }
    const message = await tx.pinMessage.create({
      data: {
        id: wish.id,
        studioId: actor.studioId,
        pinId: pin.id,
        text,
        internal: wish.internal,
        ...authorOf(actor),
      },
    });
    record({
      topic: 'pin.commented',
      subject: { kind: 'pin', id: pin.id },
      scope: pin.scope,
      payload: { messageId: message.id, internal: wish.internal },
      texts: { text },
    });
    return ok(await viewMessage(tx, message));
  });
}

async function viewMessage(tx: Tx, row: Prisma.PinMessageModel): Promise<Message> {
  return toMessage(row, await namesOf(tx, authorIds(row)));
}
