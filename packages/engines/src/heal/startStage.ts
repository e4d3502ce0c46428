import type { ReportProgress } from '../engine.ts';

/** Turns work done, in whatever unit a stage counts, into one fraction that never falls and never passes 1. */
export function startStage(
  report: ReportProgress,
  { from, to, work }: { readonly from: number; readonly to: number; readonly work: number },
): (done: number) => void {
  let sum = 0;
  return (done) => {
    sum = Math.min(work, sum + done);
    report(from + ((to - from) * sum) / work);
  };
}
