import type { StepResult, TestCount } from './step.ts';

/** One test can compare a picture's every byte; the rest of what it says is in the log. */
const shownLines = 300;

/** A line when a step has ended, and what it wrote when it has failed. */
export function describeResult(result: StepResult): string {
  const { name, isOk, seconds, tests } = result;
  const counts = tests ? `  ${tests.passed} passed, ${tests.failed} failed` : '';
  const line = `${isOk ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${counts}`;
  return isOk ? line : `${line}\n${shorten(result).replace(/^/gm, '       ')}`;
}

/** What a run ends with; its last line is the sum of all tests, where a failed step counts as a failed test. */
export function describeSum(results: readonly StepResult[]): string {
  const skipped = results.flatMap(({ tests }) => tests?.skipped ?? []);
  const unsteady = results.flatMap(({ tests }) => tests?.unsteady ?? []);
  const failedSteps = results.filter(({ isOk }) => !isOk).map(({ name }) => name);
  const passed = results.reduce((sum, { tests }) => sum + (tests?.passed ?? 0), 0);
  const failed = results.reduce((sum, result) => sum + countFailures(result), 0);
  return [
    ...(skipped.length > 0
      ? [`!!! ${skipped.length} SKIPPED:`, ...skipped.map((name) => `!!!   ${name}`)]
      : []),
    ...(unsteady.length > 0
      ? [`!!! ${unsteady.length} UNSTEADY, passed at the second try only:`, ...unsteady.map(describeUnsteady)]
      : []),
    ...(failedSteps.length > 0 ? [`Failed: ${failedSteps.join(', ')}`] : []),
    `${passed} passed, ${failed} failed`,
  ].join('\n');
}

function describeUnsteady({ fullName, why }: TestCount['unsteady'][number]): string {
  return `${fullName}\n${why.split('\n').slice(0, 6).join('\n')}`.replace(/^/gm, '!!!   ');
}

function countFailures({ isOk, tests }: StepResult): number {
  return Math.max(tests?.failed ?? 0, isOk ? 0 : 1);
}

function shorten({ output, logFile }: StepResult): string {
  const lines = output.trim().split('\n');
  if (lines.length <= shownLines) return lines.join('\n');
  const half = shownLines / 2;
  const left = `… ${lines.length - shownLines} lines more in ${logFile} …`;
  return [...lines.slice(0, half), left, ...lines.slice(-half)].join('\n');
}
