/**
 * Frame space: one unit is one pixel of the first master, origin at its top left, x right, y down.
 * A pixel (x, y) covers [x, x+1) × [y, y+1); its sample point is its centre (x + 0.5, y + 0.5).
 */
export type FramePoint = readonly [x: number, y: number];

/** Half-open integer rectangle in frame space; x and y may be negative once a frame was extended. */
export type PixelRect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type PixelSize = { readonly width: number; readonly height: number };

export type BrushStroke = {
  readonly points: readonly FramePoint[];
  readonly radiusPx: number;
  /** An erasing stroke takes away from what the strokes before it have painted. */
  readonly erase: boolean;
};

/** Where a note points, or what a lock holds. `none` means the whole frame, or what an extend adds. */
export type Region =
  | { readonly kind: 'point'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'ellipse';
      readonly cx: number;
      readonly cy: number;
      readonly rx: number;
      readonly ry: number;
    }
  | { readonly kind: 'lasso'; readonly points: readonly FramePoint[] }
  | { readonly kind: 'brush'; readonly strokes: readonly BrushStroke[] }
  /** `mask` is the SHA-256 of an 8-bit grey PNG of `rect`'s size. */
  | { readonly kind: 'raster'; readonly rect: PixelRect; readonly mask: string }
  | { readonly kind: 'none' };

export type RegionKind = Region['kind'];
