import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../setup/root.mjs';
import { runStep } from './runStep.ts';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-step-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('passed, failed and skipped tests are counted from what really ran', async () => {
  await write(
    'some.test.ts',
    `import { expect, test } from 'vitest';
     test('right', () => expect(1).toBe(1));
     test('wrong', () => expect(1).toBe(2));
     test.skip('left out', () => {});
     test.todo('later');`,
  );
  expect(await runSuite()).toMatchObject({
    isOk: false,
    tests: { passed: 1, failed: 1, skipped: ['left out', 'later'] },
  });
});

test('a test that passes at its second try is counted as unsteady', async () => {
  await write(
    'some.test.ts',
    `import { expect, test } from 'vitest';
     let tries = 0;
     test('late', { retry: 1 }, () => { tries += 1; expect(tries).toBe(2); });
     test('never', { retry: 1 }, () => expect(1).toBe(2));`,
  );
  const { tests } = await runSuite();
  expect(tests).toMatchObject({ passed: 1, failed: 1, unsteady: [{ fullName: 'late' }] });
  expect(tests?.unsteady[0]?.why).toContain('expected 1 to be 2');
});

test('a file that cannot be read counts as a failure', async () => {
  await write('right.test.ts', `import { test } from 'vitest'; test('right', () => {});`);
  await write('broken.test.ts', `import './missing.ts';`);
  expect(await runSuite()).toMatchObject({ isOk: false, tests: { passed: 1, failed: 1 } });
});

test('an error outside of any test fails the step', async () => {
  await write(
    'some.test.ts',
    `import { test } from 'vitest'; test('right', () => { Promise.reject(new Error('lost')); });`,
  );
  expect(await runSuite()).toMatchObject({ isOk: false, tests: { passed: 1, failed: 0 } });
});

test('a suite that ran no test has failed', async () => {
  await write('some.test.ts', `import { test } from 'vitest'; test.skip('left out', () => {});`);
  const result = await runSuite();
  expect(result).toMatchObject({ isOk: false, tests: { passed: 0, failed: 0 } });
  expect(result.output).toContain('ran no test at all');
});

test('a suite whose tests all pass is well', async () => {
  await write('some.test.ts', `import { test } from 'vitest'; test('right', () => {});`);
  expect(await runSuite()).toMatchObject({ isOk: true, tests: { passed: 1, failed: 0, skipped: [] } });
});

test('a program that runs no tests is judged by its exit code', async () => {
  const fine = await runStep({ name: 'selftest', command: ['--eval', 'console.log("said")'] });
  expect(fine).toMatchObject({ isOk: true, tests: null, output: 'said\n' });
  expect(await runStep({ name: 'selftest', command: ['--eval', 'process.exit(3)'] })).toMatchObject({
    isOk: false,
  });
});

function runSuite() {
  const reportFile = join(folder, 'report.json');
  const options = [
    '--root',
    folder,
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    '--passWithNoTests',
  ];
  return runStep({ name: 'selftest', command: [vitest, 'run', ...options], reportFile });
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, name), text);
}
