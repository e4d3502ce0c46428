import type { FramePoint } from '../geometry/region.ts';

/** An artwork of the brand kit as an edit names it; the digest says which bytes were meant. */
export type PlacedArtwork = {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the file as it came. */
  readonly digest: string;
};

/** Of the upright artwork, in frame space: top left, top right, bottom right, bottom left. */
export type Corners = readonly [FramePoint, FramePoint, FramePoint, FramePoint];

/** How an artwork lies on what carries it. */
export type Surface =
  | { readonly kind: 'flat'; readonly corners: Corners }
  | {
      /** A can, a cup, a bottle: straight sides between rims that are arcs of ellipses. */
      readonly kind: 'cylinder';
      readonly corners: Corners;
      /** How far the middle of the upper and of the lower rim lies beyond the line between its corners, px; + is down. */
      readonly topBendPx: number;
      readonly bottomBendPx: number;
      /** How much of the round the artwork covers; 180 is all that can be seen. */
      readonly arcDegrees: number;
    };

export type Placement = {
  readonly surface: Surface;
  /** 0…1 */
  readonly opacity: number;
  /** `multiply`: as ink, the surface showing through the white. */
  readonly blend: 'normal' | 'multiply';
  /** How much of the surface's light and shade lies on the artwork, 0…1. */
  readonly shading: number;
};

export const arcLimits = { least: 10, most: 180 } as const;

/** Less than this holds no artwork anybody could see. */
export const leastSidePx = 2;
