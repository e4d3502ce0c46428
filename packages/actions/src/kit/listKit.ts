import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type Kit, toArtwork, toKitColour } from './toKit.ts';

/** A project's artworks and colours, in the order they came. */
export async function listKit(
  { db }: Pick<Ctx, 'db'>,
  actor: Actor,
  { projectId }: { readonly projectId: ProjectId },
): Promise<Result<Kit, Problem>> {
  const found = await findProject(db, actor, { projectId, action: 'kit.read' });
  if (!found.ok) return found;
  const where = { studioId: actor.studioId, projectId };
  const [artworks, colours] = await Promise.all([
    db.artwork.findMany({ where: { ...where, removedAt: null }, orderBy: { id: 'asc' } }),
    db.kitColour.findMany({ where, orderBy: { id: 'asc' } }),
  ]);
  return ok({ artworks: artworks.map(toArtwork), colours: colours.map(toKitColour) });
}
