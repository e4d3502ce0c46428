/** What a place must show before it counts as found. Where the numbers come from: docs/decisions/0010. */
export const limits = {
  /** Spread of lightness (standard deviation, 8 bits, after a blur): below, there is nothing to know a place by. */
  plainSpread: 4,
  /** Of a feature's nearest neighbour to its second (Lowe 2004). */
  ratio: 0.8,
  inliers: 12,
  inlierShare: 0.2,
  /** In pixels of the view. */
  reprojectionPx: 3,
  /** A side's length, after to before. */
  scale: { from: 0.5, to: 2 },
  /** Normalised cross-correlation of the region with its ring. */
  correlation: 0.7,
  /** As above, where no features spoke for the place. */
  templateCorrelation: 0.8,
  /** A second place within so much of the first's correlation is as good. */
  nearlyAsWell: 0.1,
  /** Of the region's samples, inside the picture it was found in. */
  insideShare: 0.98,
} as const;

/** How large a view may be. */
export const viewPixels = { target: 2_000_000, fineTarget: 6_000_000, source: 1_000_000 } as const;
