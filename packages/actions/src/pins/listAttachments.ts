import { ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { authorIds, namesOf } from '../access/names.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Attachment, attachmentLimits, toAttachment } from './attachToPin.ts';
import { findPin } from './findPin.ts';

/** All of them: a pin has few. */
export async function listAttachments(
  ctx: Ctx,
  actor: Actor,
  pinId: PinId,
): Promise<Result<readonly Attachment[], Problem>> {
  const found = await findPin(ctx.db, actor, { pinId, action: 'pin.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.attachment.findMany({
    where: { studioId: actor.studioId, pinId },
    orderBy: { id: 'asc' },
    take: attachmentLimits.perPin,
  });
  const names = await namesOf(ctx.db, rows.flatMap(authorIds));
  return ok(rows.map((row) => toAttachment(row, names)));
}

/** What to read from the store, for an actor who may read the pin. */
export async function findAttachment(
  ctx: Ctx,
  actor: Actor,
  { pinId, attachmentId }: { readonly pinId: PinId; readonly attachmentId: string },
): Promise<Result<{ readonly digest: string; readonly mediaType: string }, Problem>> {
  const found = await findPin(ctx.db, actor, { pinId, action: 'pin.read' });
  if (!found.ok) return found;
  const row = await ctx.db.attachment.findFirst({
    where: { id: attachmentId, pinId, studioId: actor.studioId },
  });
  if (!row) return problem('attachment.not-found', { attachmentId });
  return ok({ digest: row.blobDigest, mediaType: row.mediaType });
}
