import type { Db, Tx } from '@pinpaint/db';
import type { StudioId } from '@pinpaint/domain';

export type KeptBlob = { readonly digest: string; readonly bytes: number; readonly mediaType: string };

/** Says that a studio holds these bytes: from now on its people may read them by what refers to them. */
export async function keepBlob(
  db: Db | Tx,
  studioId: StudioId,
  { digest, bytes, mediaType }: KeptBlob,
): Promise<void> {
  await db.blob.createMany({
    data: [{ studioId, digest, bytes: BigInt(bytes), mediaType }],
    skipDuplicates: true,
  });
}
