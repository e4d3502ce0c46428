import type { DrawnShape, EngineFacts, Intent, Surface } from '@pinpaint/domain';

/** RGB, row-major, 3 interleaved samples a pixel, sRGB-encoded; length = width × height × 3. */
export type RgbCrop =
  | { readonly width: number; readonly height: number; readonly depth: 8; readonly data: Uint8Array }
  | { readonly width: number; readonly height: number; readonly depth: 16; readonly data: Uint16Array };

/**
 * What a thing is to match: a piece of any picture, in sRGB, and how much of each of its pixels is meant. Cut from
 * the region somebody drew on this frame or on a reference picture, its outline antialiased; of a whole picture the
 * alpha is 255 everywhere. It need not have the crop's size or depth; a megapixel tells as much as a hundred.
 */
export type ReferenceSample = {
  readonly crop: RgbCrop;
  /** 8 bits, one sample a pixel of this crop, 0…255. */
  readonly alpha: Uint8Array;
};

/** A brand's artwork, and how it is to lie in the crop, in the crop's pixels. */
export type PlacedPicture = {
  readonly width: number;
  readonly height: number;
  /** RGBA8, row-major, straight alpha, sRGB; length = width × height × 4. */
  readonly data: Uint8Array;
  readonly surface: Surface;
};

/** What an engine is given. All planes are 8 bits, one sample a pixel, of the crop's size, 0…255. */
export type EngineRequest = {
  readonly crop: RgbCrop;
  /** The most that may change: the region grown, feathered and less the locks. */
  readonly permittedAlpha: Uint8Array;
  /** The region as it was drawn, antialiased, before growth and locks. */
  readonly region: Uint8Array;
  /** 255 where the picture has pixels, 0 where an extend still has none or they are wholly transparent. */
  readonly known: Uint8Array;
  /** 255 where a lock lies or all is transparent: never a source to copy from, and what is painted there is not kept. */
  readonly locked: Uint8Array;
  /** Only a match has one. */
  readonly reference?: ReferenceSample | undefined;
  /** Only what is placed has one. */
  readonly artwork?: PlacedPicture | undefined;
  readonly intent: Intent;
  readonly note: string;
  /**
   * It is drawn from the note alone, and the answer is a patch of this size: the planes are a single unknown pixel.
   * Only engines that announce such shapes are asked.
   */
  readonly draws?: DrawnShape | null | undefined;
  readonly seed: number;
  /** 0…1, how far to go; 1 = as the intent says. */
  readonly strength: number;
  readonly variants: number;
};

/** One answer. `patch` has the crop's size and depth; `usedAlpha` never exceeds the permitted alpha. */
export type EngineCandidate = {
  readonly patch: RgbCrop;
  readonly usedAlpha: Uint8Array;
  readonly seed: number;
  /** The engine's own figures (e.g. patchEnergy95); the worker measures the rest itself. */
  readonly figures: Readonly<Record<string, number>>;
  /** What made it, where that is a model: its name, what was asked of it, how its answer was laid back. Never a key. */
  readonly provenance?: Provenance | undefined;
  /** What it came to, as the service billed it; undefined: as estimated. */
  readonly usd?: number | undefined;
};

export type Provenance = Readonly<Record<string, string | number | boolean | null>>;

/** 0…1 of the whole run; and what a service that draws elsewhere shows of it meanwhile. */
export type ReportProgress = (fraction: number, seen?: SeenMeanwhile) => void;

export type SeenMeanwhile = {
  /** How many are served before this run begins. */
  readonly ahead?: number;
  readonly preview?: RunPreview;
};

/** What one variant looks like so far, over the whole crop: a picture file as the service sent it, not to be believed. */
export type RunPreview = {
  /** From 0. */
  readonly variant: number;
  readonly bytes: Uint8Array;
};

/**
 * Where an engine is at work: in a `thread` that can be ended; in a `process`, since its code is not JavaScript and what
 * ends it in mid-run ends all around it; or `elsewhere`, which is waited for and told when a run is given up.
 */
export type EnginePlace = 'thread' | 'process' | 'elsewhere';

export interface Engine {
  readonly facts: EngineFacts;
  readonly runsIn: EnginePlace;
  /** Rejects with an EngineError when its files are gone or don't fit; an engine without files has none. */
  check?(): Promise<void>;
  /** Rejects with `signal.reason` once the signal aborts; everything else that goes wrong throws an EngineError. */
  run(
    request: EngineRequest,
    signal: AbortSignal,
    progress: ReportProgress,
  ): Promise<readonly EngineCandidate[]>;
}

/** An engine that can't do what it was asked, with a stable code (`engine.…`) and a sentence for people, which tells nothing of where files lie. */
export class EngineError extends Error {
  readonly code: string;
  /** What was billed before it came to this; undefined: nobody knows, so the estimate counts. */
  readonly usd: number | undefined;
  constructor(code: string, message: string, usd?: number) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.usd = usd;
  }
}
