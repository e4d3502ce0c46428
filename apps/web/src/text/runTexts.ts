import { enRuns } from './enRuns.ts';

/** Of runs: another language is one more catalogue of this shape. */
export const runTexts: typeof enRuns = enRuns;
