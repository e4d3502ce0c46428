const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How finely a board's past is kept: from an age on, one moment of each span. What came before a span's end
 * stays in its one row, so nothing that was there at a kept moment is lost.
 */
export const grains = [
  { fromAgeMs: 0, spanMs: 0 },
  { fromAgeMs: dayMs, spanMs: minuteMs },
  { fromAgeMs: 7 * dayMs, spanMs: hourMs },
  { fromAgeMs: 30 * dayMs, spanMs: dayMs },
] as const;

/** Where a board has too much of it, what is older than a day is kept by one of these instead, in turn. */
export const coarserSpansMs = [hourMs, dayMs, 7 * dayMs, 30 * dayMs] as const;

export const historyLimits = {
  /** A look into the past, waiting for its turn included. 20,000 shapes take a second on a busy machine. */
  lookMs: 20_000,
  /** From when on what came since a checkpoint is worth another: it bounds what looking at a moment costs. */
  checkpointAfter: { rows: 2_000, bytes: 256 * 1024 },
  /** A pause as long as this ends a session of work; and so does its being as long as that. */
  sessionPauseMs: 10 * minuteMs,
  sessionMs: hourMs,
  /** Boards a call of `keepHistories` takes on. */
  boardsAtOnce: 5,
} as const;

/** Until it is thinned again: rows get older by themselves. */
export const thinAgainMs = dayMs;
/** After work on it: a board that is worked on all day is looked at now and then, not at every compaction. */
export const thinSoonMs = 5 * minuteMs;
/** All that is older is as coarse as it gets. */
export const settledMs = 31 * dayMs;
