import type { Step, StepResult } from './step.ts';

export type RunOptions = {
  /** How many run at once. */
  readonly lanes: number;
  readonly run: (step: Step) => Promise<StepResult>;
  readonly onEnd: (result: StepResult) => void;
};

/** Runs every step, in order as far as lanes and their `after` allow; one that fails stops no other. */
export async function runSteps(
  steps: readonly Step[],
  { lanes, run, onEnd }: RunOptions,
): Promise<StepResult[]> {
  const waiting = [...steps];
  const running = new Map<string, Promise<void>>();
  const results: StepResult[] = [];
  while (waiting.length + running.size > 0) {
    const unfinished = new Set([...waiting.map(({ name }) => name), ...running.keys()]);
    const next = waiting.findIndex(({ after = [] }) => !after.some((name) => unfinished.has(name)));
    if (next < 0 && running.size === 0)
      throw new Error(`These wait for each other: ${[...unfinished].join(', ')}`);
    if (next < 0 || running.size >= lanes) {
      await Promise.race(running.values());
      continue;
    }
    for (const step of waiting.splice(next, 1)) running.set(step.name, track(step));
  }
  return results;

  async function track(step: Step): Promise<void> {
    const result = await run(step);
    running.delete(step.name);
    results.push(result);
    onEnd(result);
  }
}
