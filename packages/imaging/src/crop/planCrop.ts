import type { PixelRect, PixelSize } from '@pinpaint/domain';

export type CropNeeds = {
  /** Context on each side, as a share of the alpha's longer side. */
  readonly contextRatio: number;
  readonly minContextPx: number;
  /** Sides are multiples of it, unless the picture itself is smaller. */
  readonly stridePx: number;
  /** Sizes the engine was made for; it pads what is smaller. Empty: any size. */
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
 * The crop an engine is given: the alpha's bounds plus context, each side a multiple of `stridePx`, slid
 * inside the picture; a side longer than the picture is cut to it. For an engine with native sizes it is
 * the smallest of them that holds alpha and context, pixel for pixel; where none does, a crop of the shape
 * that wastes least, made smaller.
 *
 * @returns null when the alpha lies wholly outside `bounds`.
 */
export function planCrop(alpha: PixelRect, bounds: PixelRect, needs: CropNeeds): CropPlan | null {
  const context = Math.ceil(needs.contextRatio * Math.max(alpha.width, alpha.height));
  const paddingPx = Math.max(needs.minContextPx, context);
  const natives = needs.nativeSizes ?? [];
  const least = fitted(alpha, bounds, paddedSize(alpha, paddingPx, natives.length > 0 ? 1 : needs.stridePx));
  if (!least) return null;
  if (natives.length > 0) return nativePlan(alpha, bounds, least, natives);
  return { rect: least, size: reduced(least, needs) };
}

function paddedSize(alpha: PixelRect, paddingPx: number, stridePx: number): PixelSize {
  return {
    width: Math.ceil((alpha.width + 2 * paddingPx) / stridePx) * stridePx,
    height: Math.ceil((alpha.height + 2 * paddingPx) / stridePx) * stridePx,
  };
}

/** A rectangle of `size` round the middle of `alpha`, slid inside `bounds`, cut to them where it is longer. */
function fitted(alpha: PixelRect, bounds: PixelRect, size: PixelSize): PixelRect | null {
  const columns = fitSpan(
    { start: alpha.x, length: alpha.width },
    { start: bounds.x, length: bounds.width },
    size.width,
  );
  const rows = fitSpan(
    { start: alpha.y, length: alpha.height },
    { start: bounds.y, length: bounds.height },
    size.height,
  );
  return columns && rows && { x: columns.start, y: rows.start, width: columns.length, height: rows.length };
}

type Span = { readonly start: number; readonly length: number };

function fitSpan(alpha: Span, bounds: Span, wanted: number): Span | null {
  if (alpha.start >= bounds.start + bounds.length || alpha.start + alpha.length <= bounds.start) return null;
  const length = Math.min(wanted, bounds.length);
  const centred = alpha.start + Math.floor((alpha.length - length) / 2);
  const start = Math.min(Math.max(centred, bounds.start), bounds.start + bounds.length - length);
  return { start, length };
}

function nativePlan(
  alpha: PixelRect,
  bounds: PixelRect,
  least: PixelRect,
  natives: readonly PixelSize[],
): CropPlan | null {
  const plans = natives.map((native) => planFor(native, least));
  const best = plans.reduce((a, b) => (isBetter(b, a) ? b : a));
  const rect = fitted(alpha, bounds, best.wanted);
  return rect && { rect, size: scaled(rect, best.scale) };
}

type NativeFit = {
  /** Of the crop, were the picture without end. */
  readonly wanted: PixelSize;
  /** From crop to engine, at most 1. */
  readonly scale: number;
};

function planFor(native: PixelSize, least: PixelRect): NativeFit {
  const scale = Math.min(1, native.width / least.width, native.height / least.height);
  // The division may lose the last pixel of the side that sets the scale.
  const width = Math.max(least.width, Math.floor(native.width / scale));
  const height = Math.max(least.height, Math.floor(native.height / scale));
  return { wanted: { width, height }, scale };
}

/** Less reduction first, then fewer pixels. */
function isBetter(a: NativeFit, b: NativeFit): boolean {
  if (a.scale !== b.scale) return a.scale > b.scale;
  return a.wanted.width * a.wanted.height < b.wanted.width * b.wanted.height;
}

/** Down to `maxPixels` where there is such a limit, on multiples of the stride. */
function reduced(rect: PixelRect, { stridePx, maxPixels = Infinity }: CropNeeds): PixelSize {
  const scale = Math.sqrt(maxPixels / (rect.width * rect.height));
  if (scale >= 1) return { width: rect.width, height: rect.height };
  const side = (length: number) =>
    Math.min(length, Math.max(stridePx, Math.floor((length * scale) / stridePx) * stridePx));
  return { width: side(rect.width), height: side(rect.height) };
}

function scaled(rect: PixelRect, scale: number): PixelSize {
  return {
    width: Math.max(1, Math.round(rect.width * scale)),
    height: Math.max(1, Math.round(rect.height * scale)),
  };
}
