import type { AddArtwork } from '@pinpaint/actions';
import type { ArtworkFacts } from '@pinpaint/pictures';
import type { BlobStore } from '@pinpaint/storage';
import { ApiProblem } from '../problems/ApiProblem.ts';

type Looked = Pick<ArtworkFacts, 'mediaType' | 'preview'> & { readonly maxBytes: number };

/** The file as it came, and what screens show of it. */
export async function storeArtwork(
  blobs: BlobStore,
  path: string,
  { mediaType, preview, maxBytes }: Looked,
): Promise<Pick<AddArtwork, 'upload' | 'preview'>> {
  const [file, shown] = await Promise.all([
    blobs.putFile(path, { maxBytes }),
    blobs.put(preview, { maxBytes }),
  ]);
  if (!file.ok || !shown.ok)
    throw new ApiProblem('upload.too-large', 413, 'The file is larger than allowed.');
  return { upload: { ...file.value, mediaType }, preview: { ...shown.value, mediaType: 'image/png' } };
}
