import { canonicalJson } from '../digests/canonicalJson.ts';
import { sha256Hex } from '../digests/sha256Hex.ts';
import type { PixelRect } from '../geometry/region.ts';

/** Grain taken out of flat places and structure sharpened, at the same size; 0 changes nothing. */
export type RefineStep = { readonly kind: 'refine'; readonly amount: number };

export type UpscaleStep = { readonly kind: 'upscale'; readonly scale: 2 | 4 };

export const easings = ['linear', 'smooth', 'gentle'] as const;

/** A camera that leaves the whole picture and comes back to it, so that first and last frame are the picture itself. */
export type AnimateStep = {
  readonly kind: 'animate';
  readonly format: 'mp4' | 'webp';
  readonly fps: 24 | 25 | 30;
  readonly seconds: number;
  readonly easing: (typeof easings)[number];
  /** How near it comes half way: 1 stays, 2 shows half of each side. */
  readonly zoom: number;
  /** Where it looks half way, −1…1 of the room that the zoom leaves: −1 is left, or up. */
  readonly panX: number;
  readonly panY: number;
  /** How much nearer the version's layers are than the rest, 0…1. */
  readonly parallax: number;
  /** In frame space: what stays wholly in view all the time. */
  readonly safe: PixelRect | null;
  /** Of the animation's longer side; a smaller picture is not enlarged. */
  readonly longestPx: number;
};

/** What a model makes of the picture: it begins like it and is not it, in no frame. */
export type FilmStep = {
  readonly kind: 'film';
  /** What is to happen in it. */
  readonly prompt: string;
  readonly seconds: 4 | 6 | 8;
};

export type RenditionStep = RefineStep | UpscaleStep | AnimateStep | FilmStep;

/** In this order, each at most once: nothing can be made of an animation, and refining is for what was painted. */
const order = { refine: 0, upscale: 1, animate: 2, film: 2 } as const satisfies Record<
  RenditionStep['kind'],
  number
>;

export function areInOrder(steps: readonly RenditionStep[]): boolean {
  return steps.every(({ kind }, at) => at === 0 || order[steps[at - 1]?.kind ?? kind] < order[kind]);
}

/** Names what the steps up to one make of a version; equal names, equal wishes. */
export function recipeOf(steps: readonly RenditionStep[]): string {
  return sha256Hex(canonicalJson(steps));
}
