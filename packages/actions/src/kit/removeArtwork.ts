import { writing } from '@pinpaint/db';
import { type ArtworkId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findArtwork } from './findArtwork.ts';
import { type Artwork, toArtwork } from './toKit.ts';

/** Out of the kit. The row and its bytes stay: an edit that names it can be tried again, and a layer holds its own pixels. */
export async function removeArtwork(
  ctx: Ctx,
  actor: Actor,
  { artworkId: id }: { readonly artworkId: ArtworkId },
): Promise<Result<Artwork, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findArtwork(tx, actor, { artworkId: id, action: 'kit.change' });
    if (!found.ok) return found;
    await tx.artwork.update({ where: { id }, data: { removedAt: ctx.now() } });
    const projectId = found.value.projectId as ProjectId;
    record({ topic: 'artwork.removed', subject: { kind: 'artwork', id }, scope: { projectId } });
    return ok(toArtwork(found.value));
  });
}
