import type { Readable } from 'node:stream';
import type { Result } from '@pinpaint/domain';

/**
 * Bytes named by their SHA-256 (64 lower-case hex digits). A name that is no digest is a blob that is
 * not there. Who may read which blob is decided before one gets here: knowing a digest is no right.
 */
export interface BlobStore {
  /**
   * Resolves when the bytes are safe: neither kill -9 nor a power cut takes them back any more. Putting
   * the same bytes again is harmless and mends a copy that has rotted. Rejects with the source's own
   * error if that fails; then nothing is kept.
   */
  put(source: BlobSource, limits: PutLimits): Promise<Result<StoredBlob, BlobTooLarge>>;
  /** As `put`, with a file's content. The file stays the caller's. */
  putFile(path: string, limits: PutLimits): Promise<Result<StoredBlob, BlobTooLarge>>;
  /** The whole blob in memory: for patches and alphas, not for masters. */
  read(digest: string): Promise<Uint8Array | null>;
  /** The caller must read the stream to its end or destroy it. */
  stream(digest: string, range?: ByteRange): Promise<Readable | null>;
  /** A file for readers that jump about in it, as sharp does in a pyramid. */
  localFile(digest: string): Promise<LocalFile | null>;
  has(digest: string): Promise<boolean>;
  /** In bytes; null when it is not there. */
  size(digest: string): Promise<number | null>;
  /** Whether the bytes are there and still have the name they are stored under. */
  verify(digest: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(digest: string): Promise<void>;
  /** For readiness: rejects when nothing could be stored now. */
  check(): Promise<void>;
  /** Gives back what it holds on this machine. Nothing may be asked of it any more. */
  stop(): Promise<void>;
}

/** A web or Node stream, or bytes in hand. */
export type BlobSource = Uint8Array | AsyncIterable<Uint8Array>;

export type PutLimits = { readonly maxBytes: number };
export type StoredBlob = { readonly digest: string; readonly bytes: number };
export type BlobTooLarge = { readonly code: 'blob.too-large'; readonly maxBytes: number };

/** Half-open and not empty. An `end` beyond the blob's is cut to it. */
export type ByteRange = { readonly start: number; readonly end: number };

/** `path` is for reading only and holds good until `release` is called. */
export type LocalFile = { readonly path: string; release(): Promise<void> };

export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** What `check` stores: the same each time, so nothing piles up. */
export const checkBytes: Uint8Array = new TextEncoder().encode('pinpaint can store here\n');
