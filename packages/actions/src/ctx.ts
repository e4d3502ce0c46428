import type { Db, Queue } from '@pinpaint/db';
import type { PixelRect, Region } from '@pinpaint/domain';
import type { AlphaPlane } from '@pinpaint/imaging';
import type { BlobStore } from '@pinpaint/storage';

/** What every action is given besides who asks and what for. */
export type Ctx = {
  readonly db: Db;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly blobs: BlobStore;
  readonly pixels: Pixels;
  readonly now: () => Date;
};

export type MaskRequest = {
  readonly region: Region;
  readonly locks: readonly Region[];
  /** What the picture covers; for an extend, what it will cover. */
  readonly bounds: PixelRect;
  /** What has pixels already; a region of kind `none` with other bounds is an extend. */
  readonly existing: PixelRect;
  readonly growPx: number | null;
  readonly featherPx: number | null;
};

/** Pixel work that actions need. It runs in worker threads, never on the event loop. */
export interface Pixels {
  /** null: nothing may change, for the region is empty or everything in it is locked. */
  permittedAlpha(request: MaskRequest): Promise<AlphaPlane | null>;
  /** Whether an alpha, as stored, reaches under one of the locks. */
  touchesLock(alpha: AlphaPlane, locks: readonly Region[]): Promise<boolean>;
}
