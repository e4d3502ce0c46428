import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ApiClient } from '../api/ApiClient.ts';
import { fixturesDir } from '../stack/checkout.ts';
import { makeFolder } from '../stack/makeFolder.ts';
import { StackFailure } from '../stack/StackFailure.ts';
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
  const target = options.url ? givenTarget(options, options.url) : await throwAwayStack(say);
  const stopOnce = onSignal(target);
  try {
    const reports = await runAll(cases, { target, images, out });
    await writeFile(join(out, 'report.json'), `${JSON.stringify(reports, null, 2)}\n`);
    say(`report: ${join(out, 'report.json')}`);
    return reports.some(({ status }) => status === 'failed') ? 1 : 0;
  } finally {
    await stopOnce();
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

/** Ctrl-C leaves no process and no folder behind. */
function onSignal(target: Target): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= target.stop();
    return stopping;
  };
  const heard = () => {
    say('stopping');
    void stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', heard);
  process.once('SIGTERM', heard);
  return stop;
}

type Run = { readonly target: Target; readonly images: string; readonly out: string };

async function runAll(cases: readonly Case[], { target, images, out }: Run): Promise<CaseReport[]> {
  const { url, artist, director } = target;
  const stage = await openStage({
    artist: new ApiClient(url, artist),
    director: new ApiClient(url, director),
    nobody: new ApiClient(url, null),
  });
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
