import type { Db, Queue } from '@pinpaint/db';
import type { PixelRect, PixelSize, Placement, Region } from '@pinpaint/domain';
import type { CropNeeds, Lasso, SelectionView } from '@pinpaint/imaging';
import type { Pasts } from '@pinpaint/rooms/history';
import type { BlobStore } from '@pinpaint/storage';

/** What every action is given besides who asks and what for. */
export type Ctx = {
  readonly db: Db;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly blobs: BlobStore;
  readonly pixels: Pixels;
  readonly workCalls: WorkCalls;
  /** Boards' pasts are walked through in worker threads, never on the event loop. */
  readonly pasts: Pasts;
  readonly now: () => Date;
  /** No picture is larger, nor grows beyond it. */
  readonly maxMegapixels: number;
  /** Of each board; beyond it the history is kept more coarsely, and at last its oldest is given up. */
  readonly maxHistoryBytes: number;
  /** What renderers here ask services for, besides engines; without keys. */
  readonly hosted: Hosted;
};

export type Hosted = {
  /** A model that reads notes; `usd` is the most that a reading costs. null: nobody but the words' own reader. */
  readonly reader: { readonly model: string; readonly usd: number; readonly callsPerMinute: number } | null;
  /** A model that makes films. null: none. */
  readonly film: {
    readonly model: string;
    readonly usdPerSecond: number;
    readonly callsPerMinute: number;
  } | null;
};

export const nothingHosted: Hosted = { reader: null, film: null };

/** What actions may know of an operator's services. */
export function hostedBy({
  reader,
  veo,
}: {
  readonly reader: NonNullable<Hosted['reader']> | null;
  readonly veo: NonNullable<Hosted['film']> | null;
}): Hosted {
  return {
    reader: reader && { model: reader.model, usd: reader.usd, callsPerMinute: reader.callsPerMinute },
    film: veo && { model: veo.model, usdPerSecond: veo.usdPerSecond, callsPerMinute: veo.callsPerMinute },
  };
}

export type MaskRequest = {
  readonly region: Region;
  readonly locks: readonly Region[];
  /** What the picture covers; for an extend, what it will cover. */
  readonly bounds: PixelRect;
  /** What has pixels already; a region of kind `none` with other bounds is an extend. */
  readonly existing: PixelRect;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  readonly masks: MaskFiles;
  /** Whether its PNG is wanted too. */
  readonly asPng: boolean;
};

type FitRequest = Omit<MaskRequest, 'asPng'> & { readonly artwork: PixelSize };

/** The most that an edit may change. */
export type PermittedMask = {
  readonly rect: PixelRect;
  /** In which the alpha is not 0. */
  readonly pixels: number;
  /** The alpha as it is stored; null when nobody asked for it. */
  readonly png: Uint8Array | null;
};

/** The 8-bit grey PNGs of raster regions, by their digest. */
export type MaskFiles = ReadonlyMap<string, Uint8Array>;

/** An alpha as it is stored: an 8-bit grey PNG of `rect`'s size. */
export type StoredAlpha = { readonly rect: PixelRect; readonly png: Uint8Array };

export type LockTest = {
  readonly alpha: StoredAlpha;
  readonly locks: readonly Region[];
  readonly masks: MaskFiles;
};

/** A layer as it is stored: PNG files of `rect`'s size. */
export type StoredLayer = {
  readonly rect: PixelRect;
  readonly patch: Uint8Array;
  readonly alpha: Uint8Array;
  /** 0…255 */
  readonly opacity: number;
};

type PreviewRequest = {
  readonly masterPath: string;
  readonly bounds: PixelRect;
  /** Under the layer, lowest first. */
  readonly layers: readonly StoredLayer[];
  readonly cropRect: PixelRect;
  readonly layer: StoredLayer;
};

type OverlayRequest = {
  readonly masterPath: string;
  readonly layer: Omit<StoredLayer, 'opacity'>;
};

type ForeseeRequest = {
  readonly masterPath: string;
  readonly bounds: PixelRect;
  readonly layers: readonly StoredLayer[];
  readonly region: Region;
  readonly locks: readonly Region[];
  readonly masks: MaskFiles;
  readonly existing: PixelRect;
  readonly needs: CropNeeds;
  /** Of a removal: for what an extend removes besides. */
  readonly holeNeeds: CropNeeds;
};

/** A stored picture and where it lies in frame space. */
type PlacedFile = { readonly path: string; readonly bounds: PixelRect };

type BetweenRequest = {
  readonly before: PlacedFile;
  readonly after: PlacedFile;
  /** What may differ: where any of these is not 0. */
  readonly own: readonly StoredAlpha[];
};

/** Pixel work that actions need. It runs in worker threads, never on the event loop. */
export interface Pixels {
  /** null: nothing may change, for the region is empty or everything in it is locked. */
  permittedMask(request: MaskRequest): Promise<PermittedMask | null>;
  /** As large as the region lets an artwork of this shape be with nothing of it cut, not by a lock either; null: nowhere. */
  fitArtwork(request: FitRequest): Promise<Placement | null>;
  /** Whether an alpha, as stored, reaches under one of the locks. */
  touchesLock(test: LockTest): Promise<boolean>;
  /** A PNG in sRGB of what lies under `cropRect` with the layer on it. */
  preview(request: PreviewRequest): Promise<Uint8Array>;
  /** A layer by itself: a PNG of its rectangle's size, 8-bit sRGB with straight alpha, without its opacity. */
  overlay(request: OverlayRequest): Promise<Uint8Array>;
  /** Figures of what may go wrong with an edit, by the names that `domain`'s risks have; null: it could change nothing. */
  foresee(request: ForeseeRequest): Promise<Readonly<Record<string, number>> | null>;
  /** A part of a stored picture, as large as its view: RGB8, row-major, sRGB. */
  cutView(request: PlacedFile & { readonly view: SelectionView }): Promise<Uint8Array>;
  /** The line round a mask of the view's size, one byte a pixel, in frame space; null: it is empty. */
  outlineMask(request: { readonly mask: Uint8Array; readonly view: SelectionView }): Promise<Lasso | null>;
  /** Counts the pixels in which two stored pictures of one frame space differ. */
  proveBetween(
    request: BetweenRequest,
  ): Promise<{ readonly changedInside: number; readonly changedOutside: number }>;
}

/** Wakes those who wait for work; `listenForWork` makes one of a database's address. */
export interface WorkCalls {
  /** Resolves at the next call, or after `limitMs`, or when the signal aborts. */
  next(limitMs: number, signal?: AbortSignal): Promise<void>;
}
