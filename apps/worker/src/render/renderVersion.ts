import { join } from 'node:path';
import { completeRender } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { StudioId, VersionId } from '@pinpaint/domain';
import { proveVersion, renderVersion as renderFile, thumbnail } from '@pinpaint/pictures';
import { loadVersionFiles } from './loadVersionFiles.ts';
import { inScratch, keepBytes, keepFile, type RenderDeps } from './renderDeps.ts';

/** Composites a submitted version whole, stores it, and counts from the stored files what has changed where. */
export async function renderVersion(deps: RenderDeps, job: Jobs['version.render']): Promise<void> {
  const studioId = job.studioId as StudioId;
  const versionId = job.versionId as VersionId;
  const files = await loadVersionFiles(deps, studioId, versionId);
  if (!files || files.version.proof || !files.version.digest) return;
  try {
    await inScratch(deps, async (dir) => {
      const path = join(dir, 'result.tif');
      const { samplesDigest } = await renderFile(files.source, path);
      const result = await keepFile(deps, path, 'image/tiff');
      const stored = await deps.ctx.blobs.localFile(result.digest);
      if (!stored) throw new Error(`Blob ${result.digest} is missing`);
      const counts = await proveVersion({ ...files.proof, resultPath: stored.path }).finally(() =>
        stored.release(),
      );
      const proof = { ...counts, masterDigest: files.masterDigest, resultDigest: samplesDigest };
      const thumb = await keepBytes(deps, await thumbnail(path), 'image/webp');
      await completeRender(deps.ctx, { studioId, versionId, made: { result, thumb, proof } });
      deps.log.info({ studioId, versionId, ...counts }, 'version rendered and proved');
    });
  } finally {
    await files.release();
  }
}
