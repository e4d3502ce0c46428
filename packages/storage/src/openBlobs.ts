import { join } from 'node:path';
import type { S3Config } from '@pinpaint/config';
import type { BlobStore } from './blobStore.ts';
import { openFolderStore } from './openFolderStore.ts';
import { openS3Store } from './s3/openS3Store.ts';

export type BlobsOptions = {
  /** null: they lie in the data folder. */
  readonly s3: S3Config | null;
  readonly dataDir: string;
  /** Of what nobody waits for. */
  readonly onError: (error: unknown) => void;
};

/** Where this installation keeps its blobs. */
export function openBlobs({ s3, dataDir, onError }: BlobsOptions): Promise<BlobStore> {
  if (!s3) return openFolderStore(join(dataDir, 'blobs'));
  return openS3Store({ s3, scratchDir: join(dataDir, 'tmp', 'blobs'), onError });
}
