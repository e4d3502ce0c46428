import { writing } from '@pinpaint/db';
import { type ArtworkId, ok, type PixelSize, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { isArtworkNamed } from './isNamed.ts';
import { type Artwork, toArtwork } from './toKit.ts';

export type AddArtwork = PixelSize & {
  readonly id: ArtworkId;
  readonly projectId: ProjectId;
  readonly name: string;
  /** The file as it came and what screens show of it, looked through and stored already. */
  readonly upload: KeptBlob;
  readonly preview: KeptBlob;
};

/** More than a person can look through; a brand has a dozen. */
const artworksPerKit = 200;

/** Asked before a file is received too: who may not, shall not fill the disk. */
export function mayAddArtwork(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { projectId }: Pick<AddArtwork, 'projectId'>,
) {
  return findProject(ctx.db, actor, { projectId, action: 'kit.change' });
}

export async function addArtwork(
  ctx: Ctx,
  actor: Actor,
  wish: AddArtwork,
): Promise<Result<Artwork, Problem>> {
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  const { id, projectId, upload, preview, width, height } = wish;
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findProject(tx, actor, { projectId, action: 'kit.change' });
    if (!found.ok) return found;
    const sent = await tx.artwork.findFirst({ where: { id } });
    if (sent) {
      const same = sent.projectId === projectId && !sent.removedAt && sent.blobDigest === upload.digest;
      return same ? ok(toArtwork(sent)) : problem('artwork.id-taken', { id });
    }
    if (await isArtworkNamed(tx, { projectId, name: name.value })) return problem('artwork.name-taken');
    const count = await tx.artwork.count({ where: { projectId, removedAt: null } });
    if (count >= artworksPerKit) return problem('kit.full', { limit: artworksPerKit });
    await keepBlobs(tx, studioId, [upload, preview]);
    const artwork = await tx.artwork.create({
      data: {
        id,
        studioId,
        projectId,
        name: name.value,
        blobDigest: upload.digest,
        mediaType: upload.mediaType,
        width,
        height,
        previewBlob: preview.digest,
        createdBy: personIdOf(actor),
        createdAt: ctx.now(),
      },
    });
    record({
      topic: 'artwork.added',
      subject: { kind: 'artwork', id },
      scope: { projectId },
      payload: { digest: upload.digest, bytes: upload.bytes },
      texts: { name: name.value },
    });
    return ok(toArtwork(artwork));
  });
}
