import { join } from 'node:path';
import { completeRender, evidenceOf, findVersionRow, withEvidenceFiles } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import { planesDigest, type StudioId, type VersionId } from '@pinpaint/domain';
import { openEvidence, proveVersion, renderVersion as renderFile, thumbnail } from '@pinpaint/pictures';
import { fileOf, inScratch, keepBytes, keepFile, type RenderDeps } from './renderDeps.ts';

/** Composites a submitted version whole, stores it, and counts from the stored files what has changed where. */
export async function renderVersion(deps: RenderDeps, job: Jobs['version.render']): Promise<void> {
  const { ctx } = deps;
  const studioId = job.studioId as StudioId;
  const versionId = job.versionId as VersionId;
  const version = await findVersionRow(ctx.db, studioId, versionId);
  if (!version?.digest || version.proof) return;
  const evidence = await evidenceOf(ctx.db, version);
  if (!evidence) return;
  const { masterDigest } = evidence.content;
  await withEvidenceFiles(ctx, evidence, async (files) => {
    const { source, permitted, locks } = await openEvidence(files);
    await inScratch(deps, async (dir) => {
      const path = join(dir, 'result.tif');
      const { samplesDigest } = await renderFile(source, path);
      const result = await keepFile(deps, path, 'image/tiff');
      const stored = await fileOf(deps, result.digest);
      const { masterPath, bounds } = source;
      const request = { masterPath, bounds, permitted, locks, resultPath: stored.path };
      const counts = await proveVersion(request).finally(() => stored.release());
      const digests = {
        masterDigest,
        resultDigest: samplesDigest,
        planesDigest: planesDigest(evidence.planes),
      };
      const thumb = await keepBytes(deps, await thumbnail(path), 'image/webp');
      const made = { result, thumb, proof: { ...counts, ...digests } };
      await completeRender(ctx, { studioId, versionId, made });
      deps.log.info({ studioId, versionId, ...counts }, 'version rendered and proved');
    });
  });
}
