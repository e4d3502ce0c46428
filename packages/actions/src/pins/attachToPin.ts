import { type Prisma, type Tx, writing } from '@pinpaint/db';
import { ok, type PinId, type Result } from '@pinpaint/domain';
import { type Actor, authorOf, deedActor } from '../access/actor.ts';
import { type Author, authorIds, type Names, namesOf, toAuthor } from '../access/names.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findPin } from './findPin.ts';

export type Attachment = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly by: Author;
  readonly createdAt: string;
};

export type AttachToPin = {
  /** Made by the client (UUIDv7). */
  readonly id: string;
  readonly pinId: PinId;
  readonly name: string;
  /** A picture that was looked through and stored already. */
  readonly upload: KeptBlob;
};

export const attachmentLimits = { bytes: 20 * 1024 * 1024, perPin: 20 } as const;

/** A reference picture beside a note. */
export async function attachToPin(
  ctx: Ctx,
  actor: Actor,
  wish: AttachToPin,
): Promise<Result<Attachment, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findPin(tx, actor, { pinId: wish.pinId, action: 'pin.comment' });
    if (!found.ok) return found;
    const pin = found.value;
    const sent = await tx.attachment.findFirst({ where: { id: wish.id } });
    if (sent) {
      const same = sent.pinId === pin.id && sent.blobDigest === wish.upload.digest;
      return same ? ok(await viewAttachment(tx, sent)) : problem('attachment.id-taken', { id: wish.id });
    }
    const count = await tx.attachment.count({ where: { pinId: pin.id } });
    if (count >= attachmentLimits.perPin)
      return problem('attachment.limit', { limit: attachmentLimits.perPin });
    await keepBlobs(tx, actor.studioId, [wish.upload]);
    const attachment = await tx.attachment.create({
      data: {
        id: wish.id,
        studioId: actor.studioId,
        pinId: pin.id,
        name: wish.name,
        mediaType: wish.upload.mediaType,
        blobDigest: wish.upload.digest,
        ...authorOf(actor),
      },
    });
    record({
      topic: 'pin.commented',
      subject: { kind: 'pin', id: pin.id },
      scope: pin.scope,
      payload: { attachmentId: attachment.id, digest: wish.upload.digest },
      texts: { name: wish.name },
    });
    return ok(await viewAttachment(tx, attachment));
  });
}

async function viewAttachment(tx: Tx, row: Prisma.AttachmentModel): Promise<Attachment> {
  return toAttachment(row, await namesOf(tx, authorIds(row)));
}

export function toAttachment(row: Prisma.AttachmentModel, names: Names): Attachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    digest: row.blobDigest,
    by: toAuthor(row, names),
    createdAt: row.createdAt.toISOString(),
  };
}
