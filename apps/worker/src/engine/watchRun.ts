export type RunWatch = {
  /** How far it is and how many come before it: what has moved on is a sign of life. */
  readonly note: (fraction: number, ahead: number | null) => void;
  readonly stop: () => void;
};

/** Smaller steps are no sign: a run that goes on for ever would make ever smaller ones. */
const leastStep = 0.01;

/** Calls `lost` once, when a run has given no sign of life for so long. */
export function watchRun(limitMs: number, lost: () => void): RunWatch {
  let furthest = 0;
  let before: number | null = null;
  let limit = setTimeout(lost, limitMs);
  return {
    note(fraction, ahead) {
      if (fraction < furthest + leastStep && ahead === before) return;
      furthest = Math.max(furthest, fraction);
      before = ahead;
      clearTimeout(limit);
      limit = setTimeout(lost, limitMs);
    },
    stop: () => clearTimeout(limit),
  };
}
