import { readFile } from 'node:fs/promises';
import type { TestCount } from './step.ts';

type TestResult = {
  readonly fullName: string;
  readonly status: string;
  /** Of every try, so that a test which passed in the end can have some. */
  readonly failureMessages: readonly string[];
};

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly TestResult[];
  }[];
};

/** Counts what vitest's JSON report holds. No report at all, as after a crash, counts as no test. */
export async function readTestCount(reportFile: string): Promise<TestCount> {
  const text = await readFile(reportFile, 'utf8').catch(() => '{"testResults":[]}');
  return countTests(JSON.parse(text) as Report);
}

function countTests({ testResults }: Report): TestCount {
  const tests = testResults.flatMap((file) => file.assertionResults);
  // A file that could not even be read has no tests to fail; it fails itself.
  const broken = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
    unsteady: tests.filter(isUnsteady).map(({ fullName, failureMessages }) => ({
      fullName,
      why: failureMessages.join('\n'),
    })),
  };
}

function isUnsteady({ status, failureMessages }: TestResult): boolean {
  return status === 'passed' && failureMessages.length > 0;
}

function hasFailedTest({ assertionResults }: Report['testResults'][number]): boolean {
  return assertionResults.some(({ status }) => status === 'failed');
}
