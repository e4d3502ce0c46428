import { join } from 'node:path';
import type { Step } from './step.ts';

/** The quick part: types, lint and format, unused code. */
export const checks: readonly Step[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc'] },
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'unused', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];

const vitest = 'node_modules/vitest/vitest.mjs';

/** The imports' directions are a test too, which the unit tests include. */
export const arrows: Step = { name: 'arrows', command: [vitest, 'run', '--project', 'unit', 'tools/arrows'] };

/** @param reportsDir where vitest may leave its reports */
export function suites(reportsDir: string): Step[] {
  return [
    suite('unit', reportsDir),
    suite('integration', reportsDir),
    // Whole stacks with workers of their own: beside others, on two cores, they would wait for each other.
    { ...suite('e2e', reportsDir), after: [...checks.map(({ name }) => name), 'unit', 'integration'] },
  ];
}

function suite(project: string, reportsDir: string): Step {
  const reportFile = join(reportsDir, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  return { name: project, command: [vitest, 'run', '--project', project, ...reporters], reportFile };
}
