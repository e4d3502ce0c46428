import type { PixelSize } from '../geometry/region.ts';
import type { IntentKind } from '../intent/intent.ts';

/** What a worker announces about an engine it runs; estimates are computed from it, never asked for one by one. */
export type EngineFacts = {
  readonly name: string;
  readonly version: string;
  readonly kinds: readonly IntentKind[];
  /** Empty: any size up to `maxPixels`. */
  readonly nativeSizes: readonly PixelSize[];
  readonly maxPixels: number;
  /** seconds ≈ base + perMegapixel × megapixels of the crop × variants. */
  readonly seconds: { readonly base: number; readonly perMegapixel: number };
  /** USD = perRun × variants + perMegapixel × megapixels of the crop × variants; 0 on one's own machine. */
  readonly usd: { readonly perRun: number; readonly perMegapixel: number };
};

/** One line of "what it takes", for the region and for the whole frame beside it. */
export type Cost = { readonly pixels: number; readonly seconds: number; readonly usd: number };
