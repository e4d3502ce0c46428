import { describeResult } from './describeResults.ts';
import { runStep } from './runStep.ts';
import { runSteps } from './runSteps.ts';
import { arrows, checks } from './steps.ts';

const results = await runSteps([...checks, arrows], {
  lanes: 4,
  run: runStep,
  onEnd: (result) => console.log(describeResult(result)),
});
process.exitCode = results.every(({ isOk }) => isOk) ? 0 : 1;
