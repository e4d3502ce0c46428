import { ok, type RenditionId, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion } from '../versions/findVersion.ts';
import { type Rendition, toRendition } from './toRendition.ts';

export type RenditionAt = Rendition & {
  readonly blobDigest: string | null;
  readonly versionNumber: number;
  readonly frameName: string;
};

/** Seen by whoever sees its version. */
export async function findRendition(
  ctx: Ctx,
  actor: Actor,
  { renditionId }: { readonly renditionId: RenditionId },
): Promise<Result<RenditionAt, Problem>> {
  const row = await ctx.db.rendition.findFirst({ where: { id: renditionId, studioId: actor.studioId } });
  if (!row) return problem('rendition.not-found', { renditionId });
  const found = await findVersion(ctx.db, actor, {
    versionId: row.versionId as VersionId,
    action: 'rendition.read',
  });
  if (!found.ok) return problem('rendition.not-found', { renditionId });
  const { number: versionNumber, frame } = found.value;
  return ok({ ...toRendition(row), blobDigest: row.blobDigest, versionNumber, frameName: frame.name });
}
