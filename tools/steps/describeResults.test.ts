import { expect, test } from 'vitest';
import { describeResult, describeSum } from './describeResults.ts';
import type { StepResult } from './step.ts';

test('the last line sums the tests of all suites', () => {
  const results = [
    aResult({ name: 'types' }),
    aResult({ tests: { passed: 40, failed: 0, skipped: [], unsteady: [] } }),
    aResult({ tests: { passed: 2, failed: 0, skipped: [], unsteady: [] } }),
  ];
  expect(describeSum(results)).toBe('42 passed, 0 failed');
});

test('a step that fails without a failed test counts as one', () => {
  const results = [
    aResult({ name: 'types', isOk: false }),
    aResult({ name: 'unit', isOk: false, tests: { passed: 3, failed: 2, skipped: [], unsteady: [] } }),
    aResult({ name: 'e2e', isOk: false, tests: { passed: 0, failed: 0, skipped: [], unsteady: [] } }),
  ];
  expect(describeSum(results)).toBe('Failed: types, unit, e2e\n3 passed, 4 failed');
});

test('skipped tests are shouted, each by name', () => {
  const results = [aResult({ tests: { passed: 1, failed: 0, skipped: ['a lock wins', 'b'], unsteady: [] } })];
  expect(describeSum(results)).toBe('!!! 2 SKIPPED:\n!!!   a lock wins\n!!!   b\n1 passed, 0 failed');
});

test('a test that passed at its second try only is shouted, with what the first one said', () => {
  const unsteady = [{ fullName: 'a cut line heals', why: 'Error: expected 1 to be 2\n at a.ts' }];
  const results = [aResult({ tests: { passed: 1, failed: 0, skipped: [], unsteady } })];
  expect(describeSum(results)).toBe(
    [
      '!!! 1 UNSTEADY, passed at the second try only:',
      '!!!   a cut line heals',
      '!!!   Error: expected 1 to be 2',
      '!!!    at a.ts',
      '1 passed, 0 failed',
    ].join('\n'),
  );
});

test('what a step wrote is shown only when it failed', () => {
  expect(describeResult(aResult({ name: 'lint', output: 'noise' }))).not.toContain('noise');
  expect(describeResult(aResult({ name: 'lint', isOk: false, output: 'reason' }))).toContain('reason');
});

test('of endless output the beginning and the end are shown, and where the rest is', () => {
  const output = Array.from({ length: 5_000 }, (_, line) => `line ${line}`).join('\n');
  const shown = describeResult(aResult({ isOk: false, output, logFile: '.cache/logs/unit.log' }));
  expect(shown.split('\n').length).toBeLessThan(310);
  expect(shown).toMatch(/line 0\n/);
  expect(shown).toMatch(/line 4999$/);
  expect(shown).toContain('.cache/logs/unit.log');
});

function aResult(given: Partial<StepResult>): StepResult {
  return { name: 'unit', isOk: true, seconds: 1, tests: null, output: '', logFile: 'a.log', ...given };
}
