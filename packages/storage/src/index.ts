export {
  type BlobSource,
  type BlobStore,
  type BlobTooLarge,
  type ByteRange,
  isDigest,
  type LocalFile,
  type PutLimits,
  type StoredBlob,
} from './blobStore.ts';
export { type BlobsOptions, openBlobs } from './openBlobs.ts';
export { openFolderStore } from './openFolderStore.ts';
export { removeLeftovers } from './removeLeftovers.ts';
export { StoreError, type StoreErrorCode } from './StoreError.ts';
