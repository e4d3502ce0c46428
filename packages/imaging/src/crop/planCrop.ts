import type { PixelRect, PixelSize } from '@pinpaint/domain';

export type CropNeeds = {
  /** Context on each side, as a share of the alpha's longer side. */
  readonly contextRatio: number;
  readonly minContextPx: number;
  /** Sides are multiples of it, unless the picture itself is smaller. */
  readonly stridePx: number;
  /** Sizes the engine was made for; the largest may be given to it with padding. Empty: any size. */
  readonly nativeSizes?: readonly PixelSize[];
  /** The most pixels the engine takes. */
  readonly maxPixels?: number;
};

export type CropPlan = {
  /** What is cut out of the frame. */
  readonly rect: PixelRect;
  /** What the engine is given: `rect`'s own size wherever possible (nothing is resampled then), never larger. */
  readonly size: PixelSize;
};

/**
 * The crop an engine is given: the alpha's bounds plus context, slid inside the picture; a side longer
 * than the picture is cut to it.
 *
 * @returns null when the alpha lies wholly outside `bounds`.
 */
export function planCrop(_alpha: PixelRect, _bounds: PixelRect, _needs: CropNeeds): CropPlan | null {
  throw new Error('planCrop: not built yet');
}
