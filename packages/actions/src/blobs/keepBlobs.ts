import type { Tx } from '@pinpaint/db';
import type { StudioId } from '@pinpaint/domain';

export type KeptBlob = { readonly digest: string; readonly bytes: number; readonly mediaType: string };

/** Says that a studio holds these bytes: from now on its people may read them by what refers to them. */
export async function keepBlobs(tx: Tx, studioId: StudioId, blobs: readonly KeptBlob[]): Promise<void> {
  await tx.blob.createMany({
    data: blobs.map(({ digest, bytes, mediaType }) => ({
      studioId,
      digest,
      bytes: BigInt(bytes),
      mediaType,
    })),
    skipDuplicates: true,
  });
}
