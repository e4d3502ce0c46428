import { join } from 'node:path';
import { completeRendition, type RenditionFormat } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { RenditionId, StudioId, VersionId } from '@pinpaint/domain';
import { masterFormat } from '@pinpaint/pictures';
import { inScratch } from './inScratch.ts';
import { fileOf, keepFile, type RenderDeps } from './renderDeps.ts';
import { renderVersion } from './renderVersion.ts';

/** ITU-T T.81: a side is 16 bits. */
const jpegSidePx = 65_535;

/** Writes a version's stored result as a file to hand out. */
export async function makeRendition(deps: RenderDeps, job: Jobs['rendition.make']): Promise<void> {
  const studioId = job.studioId as StudioId;
  const renditionId = job.renditionId as RenditionId;
  const rendition = await deps.ctx.db.rendition.findFirst({ where: { id: renditionId, studioId } });
  if (rendition?.state !== 'queued') return;
  const format = rendition.format as RenditionFormat;
  const result = await resultOf(deps, studioId, rendition.versionId as VersionId);
  try {
    await inScratch(deps, async (dir) => {
      const outputPath = join(dir, `rendition.${format}`);
      const { width, height } = await masterFormat(result.path);
      if (format === 'jpeg' && Math.max(width, height) > jpegSidePx) {
        const outcome = { failureCode: 'rendition.too-large-for-jpeg' };
        await completeRendition(deps.ctx, { studioId, renditionId, outcome });
        return;
      }
      await deps.pixels.run('writeRendition', { masterPath: result.path, kind: format, outputPath });
      const file = await keepFile(deps, outputPath, `image/${format}`);
      await completeRendition(deps.ctx, { studioId, renditionId, outcome: { file } });
    });
  } finally {
    await result.release();
  }
}

/** The stored result; made first when the rendition was asked for before the version was rendered. */
async function resultOf(deps: RenderDeps, studioId: StudioId, versionId: VersionId) {
  const where = { where: { id: versionId, studioId }, select: { resultBlob: true } } as const;
  const version = await deps.ctx.db.version.findFirst(where);
  if (version?.resultBlob) return fileOf(deps, version.resultBlob);
  await renderVersion(deps, { studioId, versionId });
  const rendered = await deps.ctx.db.version.findFirst(where);
  if (!rendered?.resultBlob) throw new Error(`Version ${versionId} can't be rendered`);
  return fileOf(deps, rendered.resultBlob);
}
