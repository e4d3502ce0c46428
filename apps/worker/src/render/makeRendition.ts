import { join } from 'node:path';
import { completeRendition, type FileFormat } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { RenditionId, StudioId, VersionId } from '@pinpaint/domain';
import { masterFormat } from '@pinpaint/pictures';
import { inScratch } from './inScratch.ts';
import { keepFile, type RenderDeps } from './renderDeps.ts';
import { resultOf } from './resultOf.ts';

/** ITU-T T.81: a side is 16 bits. */
const jpegSidePx = 65_535;

/** Writes a version's stored result as a file to hand out. */
export async function makeRendition(deps: RenderDeps, job: Jobs['rendition.make']): Promise<void> {
  const studioId = job.studioId as StudioId;
  const renditionId = job.renditionId as RenditionId;
  const rendition = await deps.ctx.db.rendition.findFirst({ where: { id: renditionId, studioId } });
  if (rendition?.state !== 'queued' || rendition.step) return;
  const format = rendition.format as FileFormat;
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
