import { readFile } from 'node:fs/promises';
import type { TestCount } from './step.ts';

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
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
  };
}

function hasFailedTest({ assertionResults }: Report['testResults'][number]): boolean {
  return assertionResults.some(({ status }) => status === 'failed');
}
