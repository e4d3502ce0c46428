import type { Db, Tx } from '@pinpaint/db';
import { type Action, type ArtworkId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

export type ArtworkAt = NonNullable<Awaited<ReturnType<typeof load>>>;
type FindArtwork = { readonly artworkId: ArtworkId; readonly action: Action };

/** The artwork, when it is in a kit that exists for this actor and they may do this with it. */
export async function findArtwork(
  db: Db | Tx,
  actor: Actor,
  { artworkId, action }: FindArtwork,
): Promise<Result<ArtworkAt, Problem>> {
  const row = await load(db, actor, artworkId);
  if (!row) return problem('artwork.not-found', { artworkId });
  const scope = { projectId: row.projectId as ProjectId };
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'artwork.not-found' });
  return allowed.ok ? ok(row) : allowed;
}

/** An artwork's bytes by what refers to them: the file as it came, or what screens show of it. */
export async function findArtworkFile(
  { db }: Pick<Ctx, 'db'>,
  actor: Actor,
  { artworkId, part }: { readonly artworkId: ArtworkId; readonly part: 'file' | 'preview' },
): Promise<
  Result<{ readonly digest: string; readonly mediaType: string; readonly fileName: string }, Problem>
> {
  const found = await findArtwork(db, actor, { artworkId, action: 'kit.read' });
  if (!found.ok) return found;
  const { name, blobDigest, mediaType, previewBlob } = found.value;
  if (part === 'preview') return ok({ digest: previewBlob, mediaType: 'image/png', fileName: name });
  const ending = mediaType === 'image/svg+xml' ? '.svg' : '.png';
  return ok({ digest: blobDigest, mediaType, fileName: name.endsWith(ending) ? name : name + ending });
}

function load(db: Db | Tx, { studioId }: Actor, artworkId: ArtworkId) {
  return db.artwork.findFirst({ where: { id: artworkId, studioId, removedAt: null } });
}
