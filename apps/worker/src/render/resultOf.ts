import type { StudioId, VersionId } from '@pinpaint/domain';
import { fileOf, type RenderDeps } from './renderDeps.ts';
import { renderVersion } from './renderVersion.ts';

/** A version's stored result; made first when a rendition was asked for before the version was rendered. */
export async function resultOf(deps: RenderDeps, studioId: StudioId, versionId: VersionId) {
  const where = { where: { id: versionId, studioId }, select: { resultBlob: true } } as const;
  const version = await deps.ctx.db.version.findFirst(where);
  if (version?.resultBlob) return fileOf(deps, version.resultBlob);
  await renderVersion(deps, { studioId, versionId });
  const rendered = await deps.ctx.db.version.findFirst(where);
  if (!rendered?.resultBlob) throw new Error(`Version ${versionId} can't be rendered`);
  return fileOf(deps, rendered.resultBlob);
}
