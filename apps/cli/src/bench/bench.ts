import { writeFile } from 'node:fs/promises';
import { StackFailure } from '../stack/StackFailure.ts';
import { benchFlow } from './benchFlow.ts';

export type BenchOptions = { readonly json?: string; readonly edits: string };

/** Measures and prints; a figure that falls short is no failure of the command. */
export async function bench(name: string, { json, edits }: BenchOptions): Promise<number> {
  if (name !== 'flow') throw new StackFailure('bench.unknown', `There is no bench "${name}"; there is: flow`);
  const count = Number(edits);
  if (!Number.isInteger(count) || count < 1)
    throw new StackFailure('bench.edits', '--edits is a whole number above 0');
  const figures = await benchFlow(count, (line) => console.log(`pinpaint: ${line}`));
  const text = `${JSON.stringify(figures, null, 2)}\n`;
  if (json) await writeFile(json, text);
  console.log(text);
  return 0;
}
