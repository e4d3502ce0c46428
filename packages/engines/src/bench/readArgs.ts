import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type BenchArgs = {
  /** Where the figures go; null: only to the screen. */
  readonly json: string | null;
  /** A `cases.json` and the folder its pictures are in. */
  readonly cases: string;
  readonly images: string;
  /** Where every input and output goes, so that anybody can recompute; null: nowhere. */
  readonly out: string | null;
  readonly holes: number;
  readonly seed: number;
  /** Of ours, gmic and telea: which run. */
  readonly only: readonly string[] | null;
  /** Whether the cases are filled too, and not the blobs alone. */
  readonly withCases: boolean;
};

const fixtures = resolve(import.meta.dirname, '../../../../fixtures');

export function readArgs(): BenchArgs {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      cases: { type: 'string' },
      images: { type: 'string' },
      out: { type: 'string' },
      holes: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      'no-cases': { type: 'boolean', default: false },
    },
  });
  return {
    json: values.json ? resolve(values.json) : null,
    cases: resolve(values.cases ?? `${fixtures}/cases.json`),
    images: resolve(values.images ?? fixtures),
    out: values.out ? resolve(values.out) : null,
    holes: Number(values.holes),
    seed: Number(values.seed),
    only: values.only?.split(',') ?? null,
    withCases: !values['no-cases'],
  };
}
