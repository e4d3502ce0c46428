import { writing } from '@pinpaint/db';
import { newId, ok, type RenditionId, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findApproved } from './findApproved.ts';
import { type FileFormat, type Rendition, toRendition } from './toRendition.ts';

/** A file of an approved version. Asked for twice it is made once: the digest can't change any more. */
export async function makeRendition(
  ctx: Ctx,
  actor: Actor,
  { versionId, format }: { readonly versionId: VersionId; readonly format: FileFormat },
): Promise<Result<Rendition, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findApproved(tx, actor, versionId);
    if (!found.ok) return found;
    const { digest, scope } = found.value;
    const { studioId } = actor;
    const where = { versionId_recipe: { versionId, recipe: format } };
    const made = await tx.rendition.findUnique({ where });
    if (made?.state === 'ready') return ok(toRendition(made));
    const id = (made?.id ?? newId<RenditionId>()) as RenditionId;
    // One that waits is queued again: its job may have been lost with a renderer, and done twice is done once.
    await ctx.queue.enqueue(tx, 'rendition.make', { studioId, renditionId: id });
    if (made?.state === 'queued') return ok(toRendition(made));
    const row = await tx.rendition.upsert({
      where,
      create: { id, studioId, versionId, digest, format, recipe: format, createdBy: personIdOf(actor) },
      update: { state: 'queued', failureCode: null, progress: 0 },
    });
    record({
      topic: 'rendition.queued',
      subject: { kind: 'rendition', id },
      scope,
      payload: { versionId, format, digest },
    });
    return ok(toRendition(row));
  });
}
