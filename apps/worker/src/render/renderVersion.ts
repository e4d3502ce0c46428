import { join } from 'node:path';
import { completeRender, evidenceOf, findVersionRow, withEvidenceFiles } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import { planesDigest, type StudioId, type VersionId } from '@pinpaint/domain';
import { inScratch } from './inScratch.ts';
import { keepBytes, keepFile, type RenderDeps, withFile } from './renderDeps.ts';

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
  await withEvidenceFiles(ctx, evidence, (files) =>
    inScratch(deps, async (dir) => {
      const outputPath = join(dir, 'result.tif');
      const { samplesDigest, thumb } = await deps.pixels.run('renderEvidence', { files, outputPath });
      const result = await keepFile(deps, outputPath, 'image/tiff');
      const counts = await withFile(deps, result.digest, (resultPath) =>
        deps.pixels.run('proveEvidence', { files, resultPath }),
      );
      const digests = {
        masterDigest,
        resultDigest: samplesDigest,
        planesDigest: planesDigest(evidence.planes),
      };
      const proof = { ...counts, ...digests };
      const made = { result, thumb: await keepBytes(deps, thumb, 'image/webp'), proof };
      await completeRender(ctx, { studioId, versionId, made });
      deps.log.info({ studioId, versionId, ...counts }, 'version rendered and proved');
    }),
  );
}
