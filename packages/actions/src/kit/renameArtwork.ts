import { writing } from '@pinpaint/db';
import { type ArtworkId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findArtwork } from './findArtwork.ts';
import { isArtworkNamed } from './isNamed.ts';
import { type Artwork, toArtwork } from './toKit.ts';

export type RenameArtwork = { readonly artworkId: ArtworkId; readonly name: string };

export async function renameArtwork(
  ctx: Ctx,
  actor: Actor,
  wish: RenameArtwork,
): Promise<Result<Artwork, Problem>> {
  const cleaned = cleanName(wish.name);
  if (!cleaned.ok) return cleaned;
  const name = cleaned.value;
  const { artworkId: id } = wish;
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findArtwork(tx, actor, { artworkId: id, action: 'kit.change' });
    if (!found.ok) return found;
    const projectId = found.value.projectId as ProjectId;
    const isOnlyRespelled = found.value.name.toLowerCase() === name.toLowerCase();
    if (!isOnlyRespelled && (await isArtworkNamed(tx, { projectId, name })))
      return problem('artwork.name-taken');
    const artwork = await tx.artwork.update({ where: { id }, data: { name } });
    record({
      topic: 'artwork.changed',
      subject: { kind: 'artwork', id },
      scope: { projectId },
      texts: { name },
    });
    return ok(toArtwork(artwork));
  });
}
