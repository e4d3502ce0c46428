import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeResult, describeSum } from './describeResults.ts';
import { runStep } from './runStep.ts';
import { runSteps } from './runSteps.ts';
import { checks, suites } from './steps.ts';

const reportsDir = await mkdtemp(join(tmpdir(), 'pinpaint-reports-'));
const wanted = new Set(process.argv.slice(2));
const all = [...checks, ...suites(reportsDir)];
const steps = wanted.size === 0 ? all : all.filter(({ name }) => wanted.has(name));
for (const name of wanted) {
  if (!all.some((step) => step.name === name)) throw new Error(`There is no step "${name}".`);
}
const results = await runSteps(steps, {
  lanes: 2,
  run: runStep,
  onEnd: (result) => console.log(describeResult(result)),
});
await rm(reportsDir, { recursive: true, force: true });
console.log(describeSum(results));
process.exitCode = results.every(({ isOk }) => isOk) ? 0 : 1;
