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
export { openFolderStore } from './openFolderStore.ts';
export { removeLeftovers } from './removeLeftovers.ts';
