import type { Version } from '../../data/types.ts';
import type { PictureSource } from '../../pictures/pictureSource.ts';

/** One of the two that are held against each other. */
export type Side = {
  readonly letter: 'A' | 'B';
  readonly version: Version;
  readonly source: PictureSource;
};

export const gains = [1, 2, 4, 8, 16, 32] as const;
export type Gain = (typeof gains)[number];

/** Changes a second. More than three flashes a second can bring on a seizure (WCAG 2.3.1). */
export const rates = [1, 2, 3] as const;
export type Rate = (typeof rates)[number];

/** How each way to compare is set; kept while one goes from one to another. */
export type CompareSettings = {
  /** Where A ends and B begins, 0 to 1 of what is seen of the picture. */
  readonly split: number;
  /** Of B over A, 0 to 1. */
  readonly opacity: number;
  readonly gain: Gain;
  readonly showsPermitted: boolean;
  readonly rate: Rate;
};

export const firstSettings: CompareSettings = {
  split: 0.5,
  opacity: 0.5,
  gain: 8,
  showsPermitted: true,
  rate: 1,
};
