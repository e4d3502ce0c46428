import type { LockOver, PixelRect } from '@pinpaint/domain';

/** A file by the SHA-256 of its bytes; `path` is null when it is not there. */
export type EvidenceFile = { readonly name: string; readonly digest: string; readonly path: string | null };

/**
 * All that a version's pixels and their proof follow from, as files on this machine. Plain data, so that it
 * can cross to another thread. What the server, the renderer and `pinpaint verify` work from alike.
 */
export type EvidenceFiles = {
  /** In frame space; the master lies at its origin. */
  readonly bounds: PixelRect;
  readonly masterPath: string | null;
  /** Visible ones, lowest first. */
  readonly layers: readonly EvidenceLayer[];
  readonly permitted: readonly { readonly rect: PixelRect; readonly file: EvidenceFile }[];
  readonly locks: readonly (LockOver & {
    /** Of a raster region. */
    readonly mask: EvidenceFile | null;
  })[];
};

export type EvidenceLayer = {
  /** In the version's content, hidden ones counted. */
  readonly place: number;
  readonly rect: PixelRect;
  /** 0…255 */
  readonly opacity: number;
  readonly patch: EvidenceFile;
  readonly alpha: EvidenceFile;
};
