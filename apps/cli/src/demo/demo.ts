import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { askedToStop } from '../stack/askedToStop.ts';
import { fixturesDir } from '../stack/checkout.ts';
import { makeFolder } from '../stack/makeFolder.ts';
import { StackFailure } from '../stack/StackFailure.ts';
import { whenAborted } from '../stack/whenAborted.ts';
import { type Case, readCases } from './cases.ts';
import { openStage } from './openStage.ts';
import type { CaseReport } from './report.ts';
import { runCase } from './runCase.ts';
import { type Target, throwAwayStack } from './throwAwayStack.ts';

export type DemoOptions = {
  readonly cases?: string;
  readonly images?: string;
  readonly out: string;
  readonly url?: string;
  readonly artist?: string;
  readonly director?: string;
  readonly only?: string;
};

/**
 * The main job without a browser: each case from a client's pin to an approved version, by the public API alone.
 *
 * @returns the process's exit code: 0 only if no case failed
 */
export async function demo(options: DemoOptions): Promise<number> {
  const casesFile = resolve(options.cases ?? join(fixturesDir, 'cases.json'));
  const images = resolve(options.images ?? dirname(casesFile));
  const out = resolve(options.out);
  await makeFolder(out).catch((error) => {
    throw new StackFailure('demo.out', `--out ${out} can't be written: ${error.code}`);
  });
  const cases = (await readCases(casesFile)).filter(({ id }) => !options.only || id === options.only);
  if (cases.length === 0) throw new StackFailure('cases.none', `${casesFile} has no case ${options.only}`);
  const asked = askedToStop();
  asked.addEventListener('abort', () => say('stopping'), { once: true });
  try {
    const target = options.url ? givenTarget(options, options.url) : await throwAwayStack(say, asked);
    try {
      const reports = await Promise.race([runAll(cases, { target, images, out }), whenAborted(asked)]);
      await writeFile(join(out, 'report.json'), `${JSON.stringify(reports, null, 2)}\n`);
      say(`report: ${join(out, 'report.json')}`);
      return reports.some(({ status }) => status === 'failed') ? 1 : 0;
    } finally {
      await target.stop();
    }
  } catch (error) {
    // A case may still be under way, with nobody left to answer it.
    if (error === asked.reason) process.exit(130);
    throw error;
  }
}

function givenTarget({ artist, director }: DemoOptions, url: string): Target {
  if (!artist || !director) {
    throw new StackFailure(
      'demo.tokens',
      '--url needs --artist and --director, or PINPAINT_ARTIST_TOKEN and PINPAINT_DIRECTOR_TOKEN',
    );
  }
  return { url: url.replace(/\/+$/, ''), artist, director, stop: async () => undefined };
}

type Run = { readonly target: Target; readonly images: string; readonly out: string };

async function runAll(cases: readonly Case[], { target, images, out }: Run): Promise<CaseReport[]> {
  const stage = await openStage(target);
  const reports: CaseReport[] = [];
  for (const [index, oneCase] of cases.entries()) {
    const dir = join(out, oneCase.id);
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
    const label = `[${index + 1}/${cases.length}] ${oneCase.id}`;
    const report = await runCase(stage, oneCase, {
      image: join(images, oneCase.image),
      dir,
      step: (what) => say(`${label}: ${what}`),
    });
    say(`${label}: ${report.status} – ${report.message}`);
    reports.push(report);
  }
  return reports;
}

function say(line: string): void {
  console.log(`pinpaint: ${line}`);
}
