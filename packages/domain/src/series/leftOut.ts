/** Why an edit was not carried to a frame. */
export const leftOutCodes = [
  /** There is nothing to know the place by: a bare wall, a clear sky. */
  'series.plain',
  'series.not-found',
  /** Another place is as like it as the best one. */
  'series.ambiguous',
  'series.partly-outside',
  /** What a match is shown lies elsewhere than the region, and was not found. */
  'series.reference-not-found',
  /** The edit, or one that repeats it, is there already. */
  'series.already-carried',
  'series.frame-not-ready',
  /** No renderer got it done. */
  'series.not-searched',
] as const;

export type LeftOutCode = (typeof leftOutCodes)[number];

/** How a place was found: by one master, by features, by its look alone, or because the whole frame is meant. */
export const findWays = ['same-master', 'features', 'template', 'whole-frame'] as const;
export type FindWay = (typeof findWays)[number];

export const findModels = ['identity', 'translation', 'similarity', 'homography'] as const;
export type FindModel = (typeof findModels)[number];
