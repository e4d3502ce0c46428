import { join } from 'node:path';
import { completeIngest, failIngest, findFrameRow } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { FrameId, StudioId } from '@pinpaint/domain';
import { inScratch } from './inScratch.ts';
import { fileOf, keepBytes, keepFile, type RenderDeps } from './renderDeps.ts';

/** The upload was measured against the operator's limits at the door; here only its content is read once more. */
const limits = { maxBytes: Number.MAX_SAFE_INTEGER, maxMegapixels: 500 };

/** Makes the master of an upload: lossless, upright, at its own depth and profile; and a thumbnail. */
export async function ingestFrame(deps: RenderDeps, job: Jobs['frame.ingest']): Promise<void> {
  const studioId = job.studioId as StudioId;
  const frameId = job.frameId as FrameId;
  const frame = await findFrameRow(deps.ctx.db, studioId, frameId);
  if (frame?.state !== 'ingesting' || !frame.uploadDigest) return;
  const upload = await fileOf(deps, frame.uploadDigest);
  try {
    await inScratch(deps, async (dir) => {
      const masterPath = join(dir, 'master.tif');
      const wish = { uploadPath: upload.path, limits, masterPath };
      const ingested = await deps.pixels.run('ingestPicture', wish);
      if (!ingested.ok) {
        await failIngest(deps.ctx, { studioId, frameId, code: ingested.error.code });
        return;
      }
      const { profile, icc, samplesDigest, thumb, width, height, depth, channels } = ingested.value;
      const made = {
        master: await keepFile(deps, masterPath, 'image/tiff'),
        masterDigest: samplesDigest,
        width,
        height,
        depth,
        channels,
        profile:
          icc && profile
            ? { ...(await keepBytes(deps, icc, 'application/vnd.iccprofile')), name: profile.name }
            : null,
        thumb: await keepBytes(deps, thumb, 'image/webp'),
      };
      await completeIngest(deps.ctx, { studioId, frameId, made });
    });
  } finally {
    await upload.release();
  }
}
