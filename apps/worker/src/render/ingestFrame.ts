import { join } from 'node:path';
import { completeIngest, failIngest, findFrameRow } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { FrameId, StudioId } from '@pinpaint/domain';
import { inspectPicture, makeMaster, thumbnail } from '@pinpaint/pictures';
import { fileOf, inScratch, keepBytes, keepFile, type RenderDeps } from './renderDeps.ts';

/** The upload was measured against the operator's limits at the door; here only its content is read once more. */
const limits = { maxBytes: Number.MAX_SAFE_INTEGER, maxMegapixels: 500 };

/** Makes the master of an upload: lossless, upright, at its own depth and profile; and a thumbnail. */
export async function ingestFrame(deps: RenderDeps, job: Jobs['frame.ingest']): Promise<void> {
  const studioId = job.studioId as StudioId;
  const frameId = job.frameId as FrameId;
  const frame = await findFrameRow(deps.ctx.db, studioId, frameId);
  if (frame?.state !== 'ingesting') return;
  const upload = await fileOf(deps, frame.uploadDigest);
  try {
    const facts = await inspectPicture(upload.path, limits);
    if (!facts.ok) {
      await failIngest(deps.ctx, { studioId, frameId, code: facts.error.code });
      return;
    }
    await inScratch(deps, async (dir) => {
      const path = join(dir, 'master.tif');
      const { profile, icc, samplesDigest, width, height, depth, channels } = await makeMaster(
        upload.path,
        path,
      );
      const made = {
        master: await keepFile(deps, path, 'image/tiff'),
        masterDigest: samplesDigest,
        width,
        height,
        depth,
        channels,
        profile:
          icc && profile
            ? { ...(await keepBytes(deps, icc, 'application/vnd.iccprofile')), name: profile.name }
            : null,
        thumb: await keepBytes(deps, await thumbnail(path), 'image/webp'),
      };
      await completeIngest(deps.ctx, { studioId, frameId, made });
    });
  } finally {
    await upload.release();
  }
}
