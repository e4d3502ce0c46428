import type { PixelSize } from '../geometry/region.ts';
import type { IntentKind } from '../intent/intent.ts';

/** A shape that an engine draws in when it has nothing but words: `aspect` is how people and services call it, 3:2. */
export type DrawnShape = PixelSize & { readonly aspect: string };

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
  /** In which shapes it draws a whole picture from words alone; left out: it can't. */
  readonly draws?: readonly DrawnShape[] | undefined;
  /** Of a service's key: all engines of all workers that share it stay within it together. Left out: none. */
  readonly rate?: { readonly service: string; readonly callsPerMinute: number } | undefined;
};

/** One answered run: how long the engine took for how many pixels of its crop. */
export type EngineRun = { readonly seconds: number; readonly pixels: number; readonly variants: number };

/** With the last runs of the workers that are connected with it, the newest first. */
export type MeasuredEngine = EngineFacts & { readonly runs: readonly EngineRun[] };

/** One line of "what it takes", for the region and for the whole frame beside it. */
export type Cost = { readonly pixels: number; readonly seconds: number; readonly usd: number };

/** Between which seconds four of five runs end, as the last ones show; `runs` is how many were looked at. */
export type Spread = { readonly low: number; readonly high: number; readonly runs: number };

/** A cost before the run. */
export type ExpectedCost = Cost & {
  /** null: too few runs to learn from, so `seconds` is what the worker announces. */
  readonly spread: Spread | null;
};
