/** How a case ended; see the README's table. */
type CaseStatus = 'approved' | 'flagged' | 'needs-engine' | 'failed';

/** One line of `report.json`. Counts are pixels in which any sample differs. */
export type CaseReport = {
  readonly id: string;
  readonly intent: string | null;
  readonly engine: string | null;
  readonly flags: readonly string[];
  readonly proof: {
    readonly changedInside: number;
    readonly changedOutside: number;
    readonly changedInLocks: number;
    readonly masterDigest: string;
    readonly resultDigest: string;
  } | null;
  readonly quality: { readonly seam: number | null; readonly ghost: number | null };
  readonly cost: {
    /** Of the crop the engine worked on. */
    readonly patchPixels: number;
    readonly framePixels: number;
    /** frame / patch */
    readonly ratio: number;
    readonly usd: number;
  } | null;
  readonly ms: {
    readonly queue: number;
    readonly engine: number;
    readonly publish: number;
    readonly total: number;
  } | null;
  readonly version: {
    readonly number: number;
    readonly state: string;
    readonly digest: string | null;
  } | null;
  readonly status: CaseStatus;
  /** What a person would read. */
  readonly message: string;
};
