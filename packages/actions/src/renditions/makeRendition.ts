import { writing } from '@pinpaint/db';
import {
  newId,
  ok,
  type RenditionId,
  type Result,
  type VersionId,
  type VersionState,
} from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion } from '../versions/findVersion.ts';
import { type Rendition, type RenditionFormat, toRendition } from './toRendition.ts';

/** One that a newer one has replaced was the source of truth in its time, and its files stay what they are. */
const wasApproved: ReadonlySet<VersionState> = new Set(['approved', 'superseded']);

/** A file of an approved version. Asked for twice it is made once: the digest can't change any more. */
export async function makeRendition(
  ctx: Ctx,
  actor: Actor,
  { versionId, format }: { readonly versionId: VersionId; readonly format: RenditionFormat },
): Promise<Result<Rendition, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findVersion(tx, actor, { versionId, action: 'rendition.make' });
    if (!found.ok) return found;
    const { digest, scope, state } = found.value;
    if (!digest || !wasApproved.has(state)) return problem('rendition.not-approved', { state });
    const { studioId } = actor;
    const made = await tx.rendition.findUnique({ where: { versionId_format: { versionId, format } } });
    if (made?.state === 'ready') return ok(toRendition(made));
    const id = (made?.id ?? newId<RenditionId>()) as RenditionId;
    // One that waits is queued again: its job may have been lost with a renderer, and done twice is done once.
    await ctx.queue.enqueue(tx, 'rendition.make', { studioId, renditionId: id });
    if (made?.state === 'queued') return ok(toRendition(made));
    const row = await tx.rendition.upsert({
      where: { versionId_format: { versionId, format } },
      create: { id, studioId, versionId, digest, format, createdBy: personIdOf(actor) },
      update: { state: 'queued', failureCode: null },
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
