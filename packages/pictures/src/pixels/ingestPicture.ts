import { ok, type Result } from '@pinpaint/domain';
import { inspectPicture, type PictureError, type PictureLimits } from '../facts/inspectPicture.ts';
import { type Master, makeMaster } from '../master/makeMaster.ts';
import { thumbnail } from '../views/thumbnail.ts';

export type IngestWish = {
  readonly uploadPath: string;
  readonly limits: PictureLimits;
  /** Where the master is written. */
  readonly masterPath: string;
};

export type IngestedPicture = Master & { readonly thumb: Uint8Array };

/** Looks an upload through once more, and makes its master. */
export async function ingestPicture({
  uploadPath,
  limits,
  masterPath,
}: IngestWish): Promise<Result<IngestedPicture, PictureError>> {
  const facts = await inspectPicture(uploadPath, limits);
  if (!facts.ok) return facts;
  const master = await makeMaster(uploadPath, masterPath);
  return ok({ ...master, thumb: await thumbnail(masterPath) });
}
