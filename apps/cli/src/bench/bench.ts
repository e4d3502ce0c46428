import { writeFile } from 'node:fs/promises';
import { runProgram } from '../runProgram.ts';
import { StackFailure } from '../stack/StackFailure.ts';
import { benchFlow } from './benchFlow.ts';

export type BenchOptions = {
  readonly json?: string;
  readonly edits: string;
  /** What else was written, for the programs that have options of their own. */
  readonly rest: readonly string[];
};

/** Those that drive a browser, or need what nothing here may import: the engines, other people's code to compare with. */
const programs: Readonly<Record<string, string>> = {
  web: 'e2e/bench/benchWeb.ts',
  select: 'e2e/bench/benchSelect.ts',
  sync: 'e2e/bench/benchSync.ts',
  simulate: 'e2e/bench/benchSimulate.ts',
  scale: 'e2e/bench/benchScale.ts',
  fuzz: 'e2e/bench/benchFuzz.ts',
  soak: 'e2e/bench/benchSoak.ts',
  heal: 'packages/engines/src/bench/benchHeal.ts',
  figures: 'packages/engines/src/bench/benchFigures.ts',
  engines: 'packages/engines/src/bench/benchEngines.ts',
};

/** Measures and prints; a figure that falls short is no failure of the command. */
export async function bench(name: string, { json, edits, rest }: BenchOptions): Promise<number> {
  const program = programs[name];
  if (program) return runProgram(program, json ? [...rest, '--json', json] : rest);
  if (name !== 'flow') {
    const known = ['flow', ...Object.keys(programs)].join(', ');
    throw new StackFailure('bench.unknown', `There is no bench "${name}"; there are: ${known}`);
  }
  const count = Number(edits);
  if (!Number.isInteger(count) || count < 1)
    throw new StackFailure('bench.edits', '--edits is a whole number above 0');
  const figures = await benchFlow(count, (line) => console.log(`pinpaint: ${line}`));
  const text = `${JSON.stringify(figures, null, 2)}\n`;
  if (json) await writeFile(json, text);
  console.log(text);
  return 0;
}
