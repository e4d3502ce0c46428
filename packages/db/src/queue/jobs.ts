/**
 * Every job there is: its payload carries ids only, the rows are the truth. Each handler is safe to run twice.
 * A job that has no handler stops the worker at its start.
 */
export type Jobs = {
  /** Makes the master of an uploaded frame. */
  'frame.ingest': { readonly studioId: string; readonly frameId: string };
  /** Makes permitted alpha and crop of a queued edit, after which engine workers may claim it. */
  'edit.prepare': { readonly studioId: string; readonly editId: string };
  /** Checks, composites, measures and proposes what an engine answered. */
  'edit.publish': { readonly studioId: string; readonly editId: string };
  /** Composites a submitted version whole, and proves it. */
  'version.render': { readonly studioId: string; readonly versionId: string };
  /** A file of a version's own samples. */
  'rendition.make': { readonly studioId: string; readonly renditionId: string };
  /** Refines, upscales or animates, which may take an hour. It only wakes: what is made is the step whose turn it is. */
  'rendition.step': { readonly studioId: string; readonly renditionId: string };
  /** Asks a model what a note means. */
  'pin.read': { readonly studioId: string; readonly pinId: string; readonly chargeId: string };
  /** Asks a service for a film, and waits for it; which takes minutes. */
  'rendition.film': { readonly studioId: string; readonly renditionId: string };
  /** Looks for an edit's region in another frame of its series. */
  'carry.find': { readonly studioId: string; readonly carryId: string; readonly frameId: string };
  /** Compares what was made in another frame with what was made in the carried edit's own. */
  'carry.measure': { readonly studioId: string; readonly editId: string };
  /** Takes back lost leases, queues again what is stuck, thins boards' histories, forgets old idempotency keys. Runs each minute. */
  'house.keep': Record<string, never>;
};

export type JobName = keyof Jobs;

export const jobNames = [
  'frame.ingest',
  'edit.prepare',
  'edit.publish',
  'version.render',
  'rendition.make',
  'rendition.step',
  'pin.read',
  'rendition.film',
  'carry.find',
  'carry.measure',
  'house.keep',
] as const satisfies readonly JobName[];
